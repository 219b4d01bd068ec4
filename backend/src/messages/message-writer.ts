import { Injectable } from '@nestjs/common';
import type { Event, EventOf } from '#shared';
import { EventBus } from '../events/event-bus.js';
import { CommitMonitor } from './commit-monitor.js';
import type { Appended, Draft, Outcome } from './draft.js';
import { MessageLog } from './message-log.js';

/** Bounds how long one transaction holds the event loop: some 10 µs a message. */
const BATCH_LIMIT = 500;

interface Waiting {
  readonly draft: Draft;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Group commit: whatever has arrived when a transaction can begin is written by that one transaction, and
 * what arrives meanwhile by the next. A commit costs the same for one message and for hundreds, so nobody
 * waits on a timer and the batch grows with the load by itself.
 */
@Injectable()
export class MessageWriter {
  private waiting: Waiting[] = [];
  private isScheduled = false;

  constructor(
    private readonly log: MessageLog,
    private readonly bus: EventBus,
    private readonly commits: CommitMonitor,
  ) {}

  /** Resolves once the message is durable. Rejects with the draft's own refusal, or with what failed the commit. */
  append(draft: Draft): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ draft, resolve, reject });
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
    let batch: Waiting[] = [];
    let begun = 0;
    // Taken as late as can be, so that all that came while other writes had their turn is in; a retry keeps its batch.
    const take = () => {
      if (batch.length === 0) {
        batch = this.waiting.splice(0, BATCH_LIMIT);
        begun = performance.now();
      }
      return batch.map(({ draft }) => draft);
    };
    try {
      await this.log.append(take, async (durable) => {
        this.commits.tell({ messages: durable.length, seconds: (performance.now() - begun) / 1_000 });
        durable.forEach((outcome, index) => settle(batch[index] as Waiting, outcome));
        await answered();
        this.publish(durable);
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

  private publish(outcomes: readonly Outcome[]): void {
    const byRoom = new Map<string, Event[]>();
    for (const event of outcomes.flatMap(created)) {
      const events = byRoom.get(event.roomId);
      if (events) events.push(event);
      else byRoom.set(event.roomId, [event]);
    }
    for (const [roomId, events] of byRoom) this.bus.publish({ to: 'room', roomId, events });
  }
}

/**
 * Resolves when those who wait have been answered. Senders come before readers: while a large room is told, they send the
 * next messages, which then are all in the next batch.
 */
const answered = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

function settle({ resolve, reject }: Waiting, outcome: Outcome): void {
  if ('refusal' in outcome) reject(outcome.refusal);
  else resolve(outcome);
}

function created(outcome: Outcome): EventOf<'message.created'>[] {
  if ('refusal' in outcome || outcome.replayed) return [];
  const { message } = outcome;
  return [{ type: 'message.created', roomId: message.roomId, rev: message.rev, message }];
}
