import { Logger } from '@nestjs/common';

/** After a failure what waits is tried again this much later. */
const RETRY_MS = 1_000;

type Handle<K, V> = (entries: ReadonlyMap<K, V>) => Promise<void> | void;

/**
 * Gathers what comes within a moment and has it handled together, one batch at a time; of what comes twice under one key
 * the latest counts. What could not be handled waits for the next batch.
 */
export class Batch<K, V> {
  private readonly logger = new Logger(Batch.name);
  private waiting = new Map<K, V>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** @param gatherMs how long a batch waits for more after its first entry */
  constructor(
    private readonly gatherMs: number,
    private readonly handle: Handle<K, V>,
  ) {}

  add(key: K, value: V): void {
    this.waiting.set(key, value);
    this.schedule(this.gatherMs);
  }

  /** What waits under a key. */
  get(key: K): V | undefined {
    return this.waiting.get(key);
  }

  /** Forgets what waits, and begins no further batch by itself. */
  stop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  /** Handles at once all that has come until now. Rejects with the failure; what failed is tried again later. */
  async flush(): Promise<void> {
    while (this.running) await this.running;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.size === 0) return;
    const work = this.work();
    this.running = work.catch(() => undefined).finally(() => (this.running = undefined));
    await work;
  }

  private async work(): Promise<void> {
    const entries = this.waiting;
    this.waiting = new Map();
    try {
      await this.handle(entries);
    } catch (error) {
      this.waiting = new Map([...entries, ...this.waiting]);
      this.schedule(RETRY_MS);
      throw error;
    }
  }

  private schedule(inMs: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flush().catch((error: unknown) => this.logger.debug(error));
    }, inMs).unref();
  }
}
