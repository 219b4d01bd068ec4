const BUCKETS = 250_000;

/** Only the buckets that are not empty: `[bucket, count]`. */
export type Counted = readonly (readonly [number, number])[];

/** Durations in equal steps, of 20 microseconds up to 5 seconds if not told otherwise; what is longer counts as the longest. */
export class Histogram {
  private readonly counts = new Uint32Array(BUCKETS);

  constructor(private readonly stepMicros = 20) {}

  add(micros: number): void {
    const bucket = Math.min(Math.max(0, Math.floor(micros / this.stepMicros)), BUCKETS - 1);
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
  }

  counted(): Counted {
    const counted: [number, number][] = [];
    this.counts.forEach((count, bucket) => {
      if (count > 0) counted.push([bucket, count]);
    });
    return counted;
  }

  merge(counted: Counted): void {
    for (const [bucket, count] of counted) this.counts[bucket] = (this.counts[bucket] ?? 0) + count;
  }

  /** The duration in milliseconds that this share of all does not exceed; 0 of none. */
  percentile(share: number): number {
    const all = this.counts.reduce((sum, count) => sum + count, 0);
    let seen = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      seen += this.counts[bucket] ?? 0;
      if (seen > 0 && seen >= all * share) return ((bucket + 1) * this.stepMicros) / 1_000;
    }
    return 0;
  }
}
