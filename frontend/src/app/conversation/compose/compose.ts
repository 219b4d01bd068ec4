import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { Message } from '#shared';
import { Drafts } from '../../rooms/drafts/drafts';
import { Outbox } from '../../rooms/outbox/outbox';
import { TimelineStore } from '../timeline/timeline-store';
import { TypingReporter } from '../typing/typing-reporter';
import { Edits } from './edits';

/** The message that the next one answers. */
export interface Answered {
  readonly seq: number;
  /** Null where it lies in a part of the log that was not read here. */
  readonly message: Message | null;
}

/** What is being written in the visited room. The draft waits while an own message is being changed. */
@Injectable()
export class Compose {
  private readonly timeline = inject(TimelineStore);
  private readonly drafts = inject(Drafts);
  private readonly edits = inject(Edits);
  private readonly outbox = inject(Outbox);
  private readonly typing = inject(TypingReporter);
  private readonly called = signal<object | null>(null);

  private readonly roomId = this.timeline.roomId;
  /** The change that is under way, if one is. */
  readonly edit = computed(() => this.edits.of(this.roomId()));
  private readonly replyTo = computed(() => this.drafts.replyOf(this.roomId()));
  /** As it was last seen here: the log may show another part by now. */
  private readonly seen = linkedSignal<Message | null, Message | null>({
    source: () => this.timeline.held()?.log.find(({ seq }) => seq === this.replyTo()) ?? null,
    computation: (message, before) => message ?? before?.value ?? null,
  });
  readonly answered = computed<Answered | null>(() => {
    const [seq, seen] = [this.replyTo(), this.seen()];
    if (seq === null || this.edit()) return null;
    return { seq, message: seen?.seq === seq && seen.roomId === this.roomId() ? seen : null };
  });
  /** What the field starts from. */
  readonly draft = computed(() => this.edit()?.text ?? this.drafts.of(this.roomId()));
  /** A new object each time that the field is to have the focus. */
  readonly calls = this.called.asReadonly();

  /** Keeps what stands in the field. */
  keep(text: string): void {
    if (this.edit()) return this.edits.write(this.roomId(), text);
    this.drafts.keep(this.roomId(), text);
    if (text) this.typing.typed(this.roomId());
    else this.rest();
  }

  /** Nobody types any more. */
  rest(): void {
    this.typing.stopped(this.roomId());
  }

  send(body: string): void {
    this.outbox.send(this.roomId(), body, this.replyTo());
    this.drafts.keepReply(this.roomId(), null);
    this.rest();
  }

  save(): void {
    this.edits.save(this.roomId());
  }

  /** Gives up the change, or else the answer; what was typed before is there again. */
  dismiss(): void {
    if (this.edit()) this.edits.end(this.roomId());
    else this.drafts.keepReply(this.roomId(), null);
    this.callField();
  }

  /** Throws away what stands in the field. */
  discard(): void {
    if (this.edit()) this.edits.end(this.roomId());
    else this.drafts.keep(this.roomId(), '');
  }

  reply(message: Message): void {
    this.edits.end(message.roomId);
    this.drafts.keepReply(message.roomId, message.seq);
    this.callField();
  }

  change(message: Message): void {
    if (this.edit()?.messageId !== message.id) {
      this.edits.end(message.roomId);
      this.edits.begin(message);
    }
    this.callField();
  }

  /** Takes a message that was not sent back into the field, before what stands there. */
  takeBack(clientId: string): void {
    const entry = this.outbox.takeBack(clientId);
    if (!entry) return;
    const { roomId, body, replyTo } = entry;
    this.edits.end(roomId);
    if (replyTo !== null) this.drafts.keepReply(roomId, replyTo);
    const draft = this.drafts.of(roomId);
    this.drafts.keep(roomId, draft ? `${body}\n${draft}` : body);
    this.callField();
  }

  private callField(): void {
    this.called.set({});
  }
}
