/** What waits for its transaction. */
interface Waiting<Request, Outcome> {
  readonly request: Request;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Answers those who wait for a batch, with an outcome for each in order. Resolves when they have been answered: they come
 * before those who are told, and what they ask for next is all in the next batch.
 */
export type Settle<Outcome> = (outcomes: readonly Outcome[]) => Promise<void>;

/**
 * Writes a batch in one transaction, which `take` hands over once the transaction can begin, and settles it once it is
 * durable. Rejects if the commit fails: then nothing is stored.
 */
export type Append<Request, Outcome> = (take: () => readonly Request[], settle: Settle<Outcome>) => Promise<void>;

/**
 * Group commit: whatever has arrived when a transaction can begin is written by that one transaction, and what arrives
 * meanwhile by the next. A commit costs the same for one request and for hundreds, so nobody waits on a timer and the
 * batch grows with the load by itself.
 */
export class GroupCommit<Request, Outcome> {
  private waiting: Waiting<Request, Outcome>[] = [];
  private isScheduled = false;

  /** @param limit bounds a batch, and so how long one transaction holds the event loop */
  constructor(
    private readonly limit: number,
    private readonly append: Append<Request, Outcome>,
  ) {}

  /** Resolves with the request's outcome once that is durable. Rejects with what failed the commit. */
  add(request: Request): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.schedule();
    });
  }

  /** One turn of the event loop gathers all that the same read from the network brought. */
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => void this.flush());
  }

  private async flush(): Promise<void> {
    let batch: Waiting<Request, Outcome>[] = [];
    // Taken as late as can be, so that all that came while other writes had their turn is in; a retry keeps its batch.
    const take = () => {
      if (batch.length === 0) batch = this.waiting.splice(0, this.limit);
      return batch.map(({ request }) => request);
    };
    try {
      await this.append(take, (outcomes) => {
        batch.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome));
        return answered();
      });
    } catch (error) {
      // A transaction that could not even begin has taken no batch: then everybody who waits hears of it.
      if (batch.length === 0) batch = this.waiting.splice(0);
      for (const { reject } of batch) reject(error);
    } finally {
      this.isScheduled = false;
      if (this.waiting.length > 0) this.schedule();
    }
  }
}

/** Resolves when the promises that were settled until now have been acted on. */
const answered = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
