import { computed, inject, Injectable } from '@angular/core';
import type { Message } from '#shared';
import { ChatStore } from '../../rooms/store/chat-store';
import { Outbox } from '../../rooms/outbox/outbox';
import { outboxEntry, storedKey } from '../timeline/timeline-entry';
import { TimelineStore } from '../timeline/timeline-store';
import { lastOwn, type Actor, type Target } from './target';

/** The messages of the visited room, by the key of their bubbles. */
@Injectable()
export class Targets {
  private readonly timeline = inject(TimelineStore);
  private readonly chat = inject(ChatStore);
  private readonly outbox = inject(Outbox);

  private readonly userId = computed(() => this.chat.state().userId);
  /** The reader, and what they are in the room. */
  readonly actor = computed<Actor>(() => ({
    userId: this.userId(),
    role: this.timeline.room()?.me?.role ?? 'member',
  }));

  find(key: string): Target | null {
    const message = this.timeline.held()?.log.find((each) => storedKey(each) === key);
    if (message) return { kind: 'stored', message };
    const entry = this.outbox.entries().find((each) => outboxEntry(each, this.userId()).key === key);
    return entry ? { kind: 'outgoing', entry } : null;
  }

  /** The newest of one's own messages that can be changed. */
  lastOwn(): Message | null {
    return lastOwn(this.timeline.held()?.log ?? [], this.userId());
  }
}
