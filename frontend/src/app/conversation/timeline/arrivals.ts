import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Message } from '#shared';
import {
  buffer,
  debounceTime,
  filter,
  map,
  merge,
  share,
  type Observable,
  type SchedulerLike,
  throttleTime,
} from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { plainLine } from '../../core/text/plain-line';
import { RealtimeClient } from '../../realtime/realtime-client';
import { PeopleStore } from '../../rooms/people/people-store';
import { TimelineStore } from './timeline-store';

/** Messages that come closer together than this are told of together, */
const PAUSE_MS = 700;
/** and in a flood so often. */
const AT_LEAST_MS = 5_000;

/** Gathers what arrives: until there is a pause, and in a flood for a while. */
export function gathered<T>(items$: Observable<readonly T[]>, scheduler?: SchedulerLike): Observable<readonly T[]> {
  const some$ = items$.pipe(
    filter(({ length }) => length > 0),
    share(),
  );
  const ends$ = merge(
    some$.pipe(debounceTime(PAUSE_MS, scheduler)),
    some$.pipe(throttleTime(AT_LEAST_MS, scheduler, { leading: false, trailing: true })),
  );
  return some$.pipe(
    buffer(ends$),
    map((batches) => batches.flat()),
    filter(({ length }) => length > 0),
  );
}

/** Tells a screen reader of what arrives in the visited room, once; of history that is loaded it says nothing. */
@Injectable()
export class Arrivals {
  private readonly timeline = inject(TimelineStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly document = inject(DOCUMENT);

  constructor() {
    const arrived$ = inject(RealtimeClient).events$.pipe(
      map((events) => events.flatMap((event) => (event.type === 'message.created' ? event.message : []))),
      map((messages) => messages.filter((message) => this.isNews(message))),
    );
    gathered(arrived$)
      .pipe(takeUntilDestroyed())
      .subscribe((messages) => void this.announcer.announce(this.words(messages), 'polite'));
  }

  private isNews({ roomId, senderId }: Message): boolean {
    const isHere = roomId === this.timeline.roomId() && this.document.visibilityState === 'visible';
    return isHere && senderId !== this.session.user()?.id;
  }

  private words(messages: readonly Message[]): string {
    const last = messages.at(-1) as Message;
    const said =
      last.kind === 'system' ? last.body : `${this.people.nameOf(last.senderId) ?? ''}: ${plainLine(last.body)}`;
    return messages.length === 1
      ? said
      : $localize`:@@newMessages:${messages.length}:count: new messages. ${said}:last:`;
  }
}
