import type { Draft, Outcome } from './draft.js';
import type { SenderCursor } from './judge.js';

/** What has become durable together. */
export interface Durable {
  readonly outcomes: readonly Outcome[];
  readonly cursors: readonly SenderCursor[];
}

/** The append of the message log: the one hot path of Parley, written in SQL through the driver. */
export abstract class MessageLog {
  /**
   * Appends a batch in one transaction, which `take` hands over once the transaction can begin.
   * Resolves once the batch is durable; `tell` has then been called with an outcome for each draft, in order, and has
   * ended, before any later write. Rejects if the commit fails: then nothing is stored.
   */
  abstract append(take: () => readonly Draft[], tell: (durable: Durable) => Promise<void>): Promise<void>;
}
