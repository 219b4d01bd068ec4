import { computed, inject, Injectable } from '@angular/core';
import type { Presence } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { Outage } from '../../realtime/outage';
import { RealtimeClient } from '../../realtime/realtime-client';
import { ChatStore } from '../store/chat-store';
import { PeopleStore } from '../people/people-store';
import { Today } from '../today';

const NOBODY: readonly string[] = [];

/** Signs of life: who types where, and who is there. Without a connection nothing is known of anybody. */
@Injectable({ providedIn: 'root' })
export class RoomSigns {
  private readonly chat = inject(ChatStore);
  private readonly client = inject(RealtimeClient);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly outage = inject(Outage);

  /** The present, by the minute. */
  readonly minute = inject(Today).minute;

  /** Until when what is shown is known to be the latest, once the connection is felt to be away; null while it is not. */
  readonly lastUpdated = computed(() => (this.outage.isFelt() ? this.outage.inStepUntil() : null));

  /** The names of those who type in a room, in the order in which they began. */
  typistsIn(roomId: string): readonly string[] {
    const typists = this.chat.state().typing[roomId] ?? NOBODY;
    if (typists.length === 0 || !this.isConnected()) return NOBODY;
    return typists.map((userId) => this.people.nameOf(userId) ?? $localize`:@@somebody:Somebody`);
  }

  /** What is known of one person; null where nothing is. */
  presenceOf(userId: string): Presence | null {
    return this.isConnected() ? (this.chat.state().presence[userId] ?? null) : null;
  }

  isOnline(userId: string): boolean {
    return this.presenceOf(userId)?.online ?? false;
  }

  /** How many of a room's members are there, the reader among them; null where that is not known of all. */
  onlineIn(roomId: string): number | null {
    const held = this.chat.room(roomId);
    const ids = Object.keys(held?.members ?? {});
    const isHidden = this.session.account()?.settings.sharePresence === false;
    if (!held || isHidden || !this.isConnected() || ids.length < held.room.memberCount) return null;
    return ids.filter((id) => id === this.session.user()?.id || this.isOnline(id)).length;
  }

  private isConnected(): boolean {
    return this.client.state() === 'online';
  }
}
