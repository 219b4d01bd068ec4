import type { BusHealth } from './event-bus.js';

const EVERY_MS = 250;
/** Beats, not time: a stall of this process is no silence of the other side. */
const SILENT_BEATS = 3;

interface Heart {
  /** Sends a beat that has to come back through `heard`. */
  readonly beat: (beat: number) => Promise<unknown>;
  /** A beat came back after a silence: makes sure that everything is heard again, before health is reported. */
  readonly revived: () => Promise<unknown>;
  readonly changed: (health: BusHealth) => void;
}

/** Finds out whether a connection carries anything: alive while what is sent comes back within three beats. */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private sent = 0;
  private heardLast = 0;
  /** An older beat says nothing of the connection that there is now. */
  private oldest = 0;
  private alive = false;
  private died = 0;
  private isReviving = false;
  private wasReported = false;

  constructor(private readonly heart: Heart) {}

  get isAlive(): boolean {
    return this.alive;
  }

  /** How often it died. */
  get deaths(): number {
    return this.died;
  }

  start(): void {
    this.timer = setInterval(() => this.check(), EVERY_MS);
    this.timer.unref();
    this.check();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** A beat came back. One that took too long tells of a connection that is no use at the moment. */
  heard(beat: number): void {
    if (beat < this.oldest || this.sent - beat > SILENT_BEATS) return;
    this.heardLast = beat;
    if (this.alive || this.isReviving) return;
    this.isReviving = true;
    void this.revive();
  }

  /** The connection is gone, however soon it is back: what was sent meanwhile is lost. */
  lost(): void {
    if (!this.timer) return;
    this.oldest = this.sent + 1;
    this.die();
  }

  private check(): void {
    this.sent += 1;
    this.heart.beat(this.sent).catch(() => undefined);
    if (this.sent - this.heardLast > SILENT_BEATS) this.die();
  }

  private die(): void {
    this.alive = false;
    if (this.wasReported) return;
    this.wasReported = true;
    this.died += 1;
    this.heart.changed('degraded');
  }

  private async revive(): Promise<void> {
    const { oldest } = this;
    try {
      await this.heart.revived();
      if (oldest !== this.oldest) return;
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
