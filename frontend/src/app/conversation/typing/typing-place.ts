import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { PeopleStore } from '../../rooms/people/people-store';
import { RoomSigns } from '../../rooms/signs/room-signs';
import type { PersonFace } from '../../ui/person-face';
import { LogPlace } from '../timeline/log-place';
import { LogView } from '../timeline/log-view';
import { TimelineStore } from '../timeline/timeline-store';
import { VisitSigns } from '../timeline/visit-signs';

/** What stands at the end of the log, and who types there. */
interface Sign {
  /** The key of the last message; null where the end is not shown. */
  readonly last: string | null;
  readonly typing: string;
}

/**
 * What the end of the log says of those who type; null where it keeps no place for it. Once there, the place is kept until
 * the next message takes it: nothing moves when somebody stops.
 */
export function typingAt(
  { last, typing }: Sign,
  before: { readonly source: Sign; readonly value: string | null } | undefined,
) {
  if (last === null) return null;
  const isKept = before?.source.last === last && before.value !== null;
  return typing || (isKept ? '' : null);
}

/** The place at the end of the visited room's log where somebody is seen to type. */
@Injectable()
export class TypingPlace {
  private readonly view = inject(LogView);
  private readonly place = inject(LogPlace);
  private readonly signs = inject(VisitSigns);
  private readonly roomSigns = inject(RoomSigns);
  private readonly people = inject(PeopleStore);
  private readonly timeline = inject(TimelineStore);

  private readonly last = computed(() =>
    this.place.reachesEnd() ? (this.view.days().at(-1)?.bubbles.at(-1)?.key ?? null) : null,
  );
  /** Who types, empty while only the place is kept, null where there is none. */
  readonly text = linkedSignal<Sign, string | null>({
    source: () => ({ last: this.last(), typing: this.signs.status()?.typing ?? '' }),
    computation: typingAt,
  }).asReadonly();
  /** Whoever types alone; null for nobody and for several. */
  readonly typist = computed<PersonFace | null>(() => {
    const [id, ...others] = this.roomSigns.typistIdsIn(this.timeline.roomId());
    if (id === undefined || others.length > 0) return null;
    return { id, name: this.people.nameOf(id) ?? '', picture: this.people.userOf(id)?.avatarUrl ?? null };
  });
}
