import { EventBus, type BusHealth, type BusListener, type BusMessage } from './event-bus.js';
import { LocalListeners } from './local-listeners.js';

/** The bus of a single instance: there is nobody else to hear. */
export class InProcessEventBus extends EventBus {
  readonly health: BusHealth = 'alone';
  readonly losses = 0;
  private readonly listeners = new LocalListeners();

  publish(...messages: readonly BusMessage[]): void {
    for (const message of messages) this.listeners.tell(message);
  }

  subscribe(listener: BusListener): () => void {
    return this.listeners.add(listener);
  }

  follow(): void {
    // Everything is heard already.
  }

  unfollow(): void {
    // Everything is heard already.
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }
}
