import { Injectable, Logger } from '@nestjs/common';
import type { ReadAnswer } from '#shared';
import { PreferencesService } from '../rooms/preferences.service.js';
import { GroupCommit } from './group-commit.js';
import { ReceiptLog } from './receipt-log.js';
import { ReceiptTeller } from './receipt-teller.js';
import type { Moved, Receipt, ReceiptOutcome, Standing } from './receipt.js';

const BATCH_LIMIT = 500;

/** How far members have received and read a room: cursors that only grow, stored by group commit. */
@Injectable()
export class ReceiptsService {
  private readonly logger = new Logger(ReceiptsService.name);
  private readonly commit = new GroupCommit<Receipt, ReceiptOutcome>(BATCH_LIMIT, (take, settle) =>
    this.log.store(take, async ({ outcomes, moved }) => {
      await settle(outcomes);
      this.tell(moved);
    }),
  );

  constructor(
    private readonly log: ReceiptLog,
    private readonly teller: ReceiptTeller,
    private readonly preferences: PreferencesService,
  ) {}

  /**
   * The member has read the room up to `seq`, and so received it. A `seq` that is behind moves no cursor; that the member
   * had marked the room as unread is over in any case.
   * @throws DomainError `validation_failed` beyond the last message; `not_found`, `forbidden` for an outsider
   */
  async read(userId: string, roomId: string, seq: number): Promise<ReadAnswer> {
    const { readSeq, lastSeq } = await this.store({ what: 'read', roomId, userId, seq });
    return { readSeq, unread: lastSeq - readSeq };
  }

  /** The member's client has received the room up to `seq`. Errors as for `read`. */
  async deliver(userId: string, roomId: string, seq: number): Promise<{ deliveredSeq: number }> {
    const { deliveredSeq } = await this.store({ what: 'delivered', roomId, userId, seq });
    return { deliveredSeq };
  }

  private async store(receipt: Receipt): Promise<Standing> {
    const outcome = await this.commit.add(receipt);
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome;
  }

  private tell(moved: readonly Moved[]): void {
    for (const each of moved) {
      if (isFurther(each)) this.teller.memberMoved(each.roomId, each.userId, each.after);
      if (each.before.markedUnread && !each.after.markedUnread) this.tellMark(each);
    }
  }

  private tellMark({ roomId, userId }: Moved): void {
    // Whose news an outage has kept back hears of it with the next heads.
    this.preferences.retell(userId, roomId).catch((error: unknown) => this.logger.debug(error));
  }
}

const isFurther = ({ before, after }: Moved): boolean =>
  after.readSeq > before.readSeq ||
  after.shownReadSeq > before.shownReadSeq ||
  after.deliveredSeq > before.deliveredSeq;
