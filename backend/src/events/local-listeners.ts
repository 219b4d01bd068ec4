import { Logger } from '@nestjs/common';
import type { BusListener, BusMessage } from './event-bus.js';

/** The listeners of this process. */
export class LocalListeners {
  private readonly logger = new Logger('EventBus');
  private readonly listeners = new Set<BusListener>();

  add(listener: BusListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A listener that fails must not fail the service whose work is already durable. */
  tell(message: BusMessage): void {
    for (const listener of this.listeners) {
      try {
        listener(message);
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}
