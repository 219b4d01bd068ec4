/** How many requests a socket may have piled up before it has to wait. */
const BURST = 1_000;
const REFILL_PER_SECOND = 200;
/** A socket that goes on this far past its allowance is not a client that waits for its answers. */
const DEBT = 1_000;

export type Verdict = 'granted' | 'refused' | 'flooding';

/**
 * What one socket may ask for, as a token bucket. A request is free while no other of the socket is under way: who waits for
 * each answer goes at the server's own pace, however fast that is, and only who asks ahead is counted.
 */
export class Allowance {
  private tokens = BURST;
  private filledAt: number;

  /** @param clock milliseconds that only grow */
  constructor(private readonly clock: () => number = () => performance.now()) {
    this.filledAt = clock();
  }

  /** A request has come. @param underWay how many others of the socket are not answered yet */
  ask(underWay: number): Verdict {
    if (underWay === 0 || this.take()) return 'granted';
    return this.tokens < -DEBT ? 'flooding' : 'refused';
  }

  /** When it makes sense to ask again, in whole seconds. */
  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil((1 - this.tokens) / REFILL_PER_SECOND));
  }

  /** A refused request costs as well, so that a flood runs into debt instead of eating what is refilled. */
  private take(): boolean {
    const now = this.clock();
    this.tokens = Math.min(BURST, this.tokens + ((now - this.filledAt) * REFILL_PER_SECOND) / 1_000) - 1;
    this.filledAt = now;
    return this.tokens >= 0;
  }
}
