import type { ReceiptJudgement } from './judge-receipts.js';
import type { Receipt } from './receipt.js';

/** Where the cursors of members are kept. */
export abstract class ReceiptLog {
  /**
   * Stores a batch of receipts in one transaction, which `take` hands over once the transaction can begin. Resolves once
   * it is durable; `tell` has then been called with what became of it and has ended, before any later write. Rejects if the
   * commit fails: then nothing is stored.
   */
  abstract store(take: () => readonly Receipt[], tell: (judgement: ReceiptJudgement) => Promise<void>): Promise<void>;
}
