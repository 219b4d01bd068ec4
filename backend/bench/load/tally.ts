import { Histogram } from '../histogram.js';
import type { Packet } from './room-log.js';
import { nowMicros } from './clock.js';

/** What this process saw while it measured. */
export class Tally {
  accepted = 0;
  delivered = 0;
  readonly latency = new Histogram();
  /** Over the whole run, measured or not. */
  duplicates = 0;
  refused = 0;
  /** How often a member was told what did not continue what it held, and had to ask. */
  gaps = 0;
  received = 0;
  /** What brought the delivered ones. */
  packets = 0;
  private isMeasuring = false;

  measure(): void {
    this.isMeasuring = true;
  }

  end(): void {
    this.isMeasuring = false;
  }

  acknowledged(): void {
    if (this.isMeasuring) this.accepted += 1;
  }

  took({ sentAt }: Pick<Packet, 'sentAt'>): void {
    this.received += sentAt.length;
    if (!this.isMeasuring) return;
    this.delivered += sentAt.length;
    this.packets += 1;
    const now = nowMicros();
    for (const at of sentAt) this.latency.add(now - at);
  }
}
