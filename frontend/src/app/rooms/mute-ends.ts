import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Room } from '#shared';
import { EMPTY, map, switchMap, timer } from 'rxjs';
import { ChatStore } from './store/chat-store';
import { Today } from './today';

/** Nobody has to look further ahead: with the next minute one looks again. */
const AHEAD_MS = 60_000;

/** Lets the present move on in the very moment in which the mute of a conversation ends. */
@Injectable({ providedIn: 'root' })
export class MuteEnds {
  private readonly chat = inject(ChatStore);
  private readonly today = inject(Today);

  constructor() {
    toObservable(computed(() => nextEnd(this.chat.rooms(), this.today.minute().getTime())))
      .pipe(
        switchMap((end) => (end === null ? EMPTY : timer(new Date(end)).pipe(map(() => new Date(end))))),
        takeUntilDestroyed(),
      )
      .subscribe((end) => this.today.moveTo(end));
  }
}

/** When the next mute ends, in milliseconds since the epoch; null where none does soon. */
function nextEnd(rooms: readonly Room[], now: number): number | null {
  const ends = rooms
    .map(({ me }) => Date.parse(me?.mutedUntil ?? ''))
    .filter((end) => end > now && end <= now + AHEAD_MS);
  return ends.length > 0 ? Math.min(...ends) : null;
}
