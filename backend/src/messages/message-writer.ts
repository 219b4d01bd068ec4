import { Injectable } from '@nestjs/common';
import type { Event, EventOf } from '#shared';
import { EventBus } from '../events/event-bus.js';
import { BatchUnderWay } from './batch-under-way.js';
import { CommitMonitor } from './commit-monitor.js';
import type { Appended, Draft, Outcome } from './draft.js';
import { GroupCommit, type Settle } from './group-commit.js';
import { MessageLog, type Durable } from './message-log.js';
import { ReceiptTeller } from './receipt-teller.js';

/** Some 10 µs a message. */
const BATCH_LIMIT = 500;

/** Writes messages as a group commit, and tells of them once they are durable. */
@Injectable()
export class MessageWriter {
  private readonly commit = new GroupCommit<Draft, Outcome>(BATCH_LIMIT, (take, settle) => this.write(take, settle));

  constructor(
    private readonly log: MessageLog,
    private readonly bus: EventBus,
    private readonly commits: CommitMonitor,
    private readonly receipts: ReceiptTeller,
    private readonly batch: BatchUnderWay,
  ) {}

  /** Resolves once the message is durable. Rejects with the draft's own refusal, or with what failed the commit. */
  async append(draft: Draft): Promise<Appended> {
    const outcome = await this.commit.add(draft);
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome;
  }

  private async write(take: () => readonly Draft[], settle: Settle<Outcome>): Promise<void> {
    let begun = 0;
    const begin = () => {
      begun ||= performance.now();
      const drafts = take();
      this.batch.begin(drafts.map(({ roomId }) => roomId));
      return drafts;
    };
    try {
      await this.log.append(begin, async (durable) => {
        const messages = durable.outcomes.flatMap(created).length;
        if (messages > 0) this.commits.tell({ messages, seconds: (performance.now() - begun) / 1_000 });
        await settle(durable.outcomes);
        this.publish(durable);
        this.batch.end();
      });
    } catch (error) {
      this.batch.end();
      throw error;
    }
  }

  private publish({ outcomes, cursors }: Durable): void {
    const byRoom = new Map<string, Event[]>();
    for (const event of outcomes.flatMap(created)) {
      const events = byRoom.get(event.roomId);
      if (events) events.push(event);
      else byRoom.set(event.roomId, [event]);
    }
    this.bus.publish(...[...byRoom].map(([roomId, events]) => ({ to: 'room' as const, roomId, events })));
    for (const { roomId, readsOn } of cursors) if (readsOn) this.receipts.roomMoved(roomId);
  }
}

function created(outcome: Outcome): EventOf<'message.created'>[] {
  if ('refusal' in outcome || outcome.replayed) return [];
  const { message } = outcome;
  return [{ type: 'message.created', roomId: message.roomId, rev: message.rev, message }];
}
