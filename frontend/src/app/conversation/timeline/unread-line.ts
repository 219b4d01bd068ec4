import { computed, linkedSignal, type Signal } from '@angular/core';
import type { Unread } from './grouping';
import type { Sight } from './span';

/** The line above what was unread when the reader came in, and whether they have come by it. */
export interface UnreadLine {
  /** How many messages were unread, while the first of them is out of sight and has not been in it; else 0. */
  readonly away: Signal<number>;
  /** Takes in what is in view. */
  look(sight: Sight): void;
  /** Gives up on the way there. */
  dismiss(): void;
}

/** @param visit a new object with each room, and with each new line in it */
export function unreadLine(visit: Signal<{ readonly unread: Unread | null }>): UnreadLine {
  const state = linkedSignal<unknown, 'unknown' | 'away' | 'settled'>({
    source: visit,
    computation: () => 'unknown',
  });
  return {
    away: computed(() => (state() === 'away' ? (visit().unread?.count ?? 0) : 0)),
    look: ({ topSeq, seenSeq }) => {
      const { unread } = visit();
      if (!unread || topSeq === null || seenSeq === null || state() === 'settled') return;
      const first = unread.afterSeq + 1;
      state.set(topSeq <= first && first <= seenSeq ? 'settled' : 'away');
    },
    dismiss: () => state.set('settled'),
  };
}
