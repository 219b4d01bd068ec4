import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e9;

/** Measures how much later than asked the event loop gets to its timers. */
export class EventLoop {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  start(): void {
    this.delays.enable();
  }

  stop(): void {
    this.delays.disable();
  }

  /** The delays at these quantiles since the last reading, in seconds. */
  read(quantiles: readonly number[]): number[] {
    const seconds = quantiles.map((quantile) => this.delay(quantile));
    this.delays.reset();
    return seconds;
  }

  /** What is recorded is the time from one timer to the next, so the time that was asked for is taken off. */
  private delay(quantile: number): number {
    return Math.max(0, this.delays.percentile(quantile * 100) / NANOSECONDS - RESOLUTION_MS / 1_000);
  }
}
