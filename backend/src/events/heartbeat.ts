import type { BusHealth } from './event-bus.js';

const EVERY_MS = 250;
const SILENCE_MS = 750;

interface Heart {
  /** Sends a beat that has to come back through `heard`. */
  readonly beat: () => Promise<unknown>;
  /** A beat came back after a silence: makes sure that everything is heard again, before health is reported. */
  readonly revived: () => Promise<unknown>;
  readonly changed: (health: BusHealth) => void;
}

/** Finds out whether a connection carries anything: alive while what is sent comes back within 750 ms. */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private heardAt = 0;
  private alive = false;
  private isReviving = false;
  private wasReported = false;

  constructor(private readonly heart: Heart) {}

  get isAlive(): boolean {
    return this.alive;
  }

  start(): void {
    this.heardAt = Date.now();
    this.timer = setInterval(() => this.check(), EVERY_MS);
    this.timer.unref();
    this.check();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** A beat came back. */
  heard(): void {
    this.heardAt = Date.now();
    if (this.alive || this.isReviving) return;
    this.isReviving = true;
    void this.revive();
  }

  private check(): void {
    this.heart.beat().catch(() => undefined);
    if (Date.now() - this.heardAt > SILENCE_MS) this.die();
  }

  private die(): void {
    this.alive = false;
    if (this.wasReported) return;
    this.wasReported = true;
    this.heart.changed('degraded');
  }

  private async revive(): Promise<void> {
    try {
      await this.heart.revived();
      this.alive = true;
      if (this.wasReported) this.heart.changed('ok');
      this.wasReported = false;
    } catch {
      // The next beat tries again.
    } finally {
      this.isReviving = false;
    }
  }
}
