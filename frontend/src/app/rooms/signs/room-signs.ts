import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { Presence } from '#shared';
import { distinctUntilChanged, map, of, switchMap, timer } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ConnectionStore } from '../../realtime/connection-store';
import { Outage } from '../../realtime/outage';
import { ChatStore } from '../store/chat-store';
import { PeopleStore } from '../people/people-store';
import { Today } from '../today';

type Presences = Readonly<Record<string, Presence>>;

/** What the server has told of people, whether that is all, and whether the way to it is felt to be away. */
interface Told {
  readonly now: Presences;
  readonly isAll: boolean;
  readonly isFelt: boolean;
}

const NOBODY: readonly string[] = [];
/** Within this time of a new connection the server has said who is there. */
const TOLD_WITHIN_MS = 2_000;

/**
 * Signs of life: who types where, and who is there. While the connection is felt to be away nothing is known of anybody; a
 * shorter break changes nothing of what is shown.
 */
@Injectable({ providedIn: 'root' })
export class RoomSigns {
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly outage = inject(Outage);

  /** False from a break of the connection on, until the server has said anew who is there. */
  private readonly isTold = toSignal(
    inject(ConnectionStore).connection$.pipe(
      map(({ status }) => status),
      distinctUntilChanged(),
      switchMap((status) =>
        status === 'online' ? timer(TOLD_WITHIN_MS).pipe(map(() => true)) : of(status === 'signed-out'),
      ),
    ),
    { initialValue: false },
  );
  /** Who is there, as far as it is known: through a break that is not felt what was told before counts. */
  private readonly presence = linkedSignal<Told, Presences>({
    source: () => ({ now: this.chat.state().presence, isAll: this.isTold(), isFelt: this.outage.isFelt() }),
    computation: presencesAt,
  });

  /** The present, by the minute. */
  readonly minute = inject(Today).minute;

  /** Until when what is shown is known to be the latest, once the connection is felt to be away; null while it is not. */
  readonly lastUpdated = computed(() => (this.outage.isFelt() ? this.outage.inStepUntil() : null));

  /** The names of those who type in a room, in the order in which they began. */
  typistsIn(roomId: string): readonly string[] {
    return this.typistIdsIn(roomId).map((userId) => this.people.nameOf(userId) ?? $localize`:@@somebody:Somebody`);
  }

  /** Their ids, in the same order. */
  typistIdsIn(roomId: string): readonly string[] {
    return this.outage.isFelt() ? NOBODY : (this.chat.state().typing[roomId] ?? NOBODY);
  }

  /** What is known of one person; null where nothing is. */
  presenceOf(userId: string): Presence | null {
    return this.presence()[userId] ?? null;
  }

  isOnline(userId: string): boolean {
    return this.presenceOf(userId)?.online ?? false;
  }

  /** How many of a room's members are there, the reader among them; null where that is not known of all. */
  onlineIn(roomId: string): number | null {
    const held = this.chat.room(roomId);
    const ids = Object.keys(held?.members ?? {});
    const isHidden = this.session.account()?.settings.sharePresence === false;
    if (!held || isHidden || this.outage.isFelt() || ids.length < held.room.memberCount) return null;
    return ids.filter((id) => id === this.session.user()?.id || this.isOnline(id)).length;
  }
}

function presencesAt({ now, isAll, isFelt }: Told, before: { readonly value: Presences } | undefined): Presences {
  if (isFelt) return {};
  return isAll ? now : { ...before?.value, ...now };
}
