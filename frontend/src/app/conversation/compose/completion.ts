import { computed, linkedSignal, signal, type Signal } from '@angular/core';
import { completionQuery, type CompletionQuery } from './completion-query';
import type { TextChange } from './replace-text';
import type { Suggestion } from './suggestion';

/** A field that completes names as they are typed. */
export interface Completion {
  readonly suggestions: Signal<readonly Suggestion[]>;
  /** The index of the suggestion that Enter takes. */
  readonly active: Signal<number>;
  readonly isOpen: Signal<boolean>;
  /** Sees where the caret stands; returns what is being named there. */
  look(text: string, caret: number): CompletionQuery | null;
  point(index: number): void;
  /** Puts the suggestions away until another name begins. */
  close(): void;
  /** Forgets the name: the field was left. */
  leave(): void;
  /** Moves among the suggestions, from one end to the other. */
  move(step: 1 | -1): void;
  /** What the suggestion changes in the text; null where there is none. */
  take(index: number): TextChange | null;
}

/** @param find what a name may mean, the likeliest first */
export function completion(find: (query: CompletionQuery) => readonly Suggestion[]): Completion {
  const asked = signal<CompletionQuery | null>(null, { equal: sameQuery });
  const closedAt = signal<number | null>(null);
  const suggestions = computed(() => {
    const query = asked();
    return query && query.from !== closedAt() ? find(query) : [];
  });
  const active = linkedSignal<unknown, number>({ source: asked, computation: () => 0 });
  const inReach = computed(() => Math.min(active(), suggestions().length - 1));

  return {
    suggestions,
    active: inReach,
    isOpen: computed(() => suggestions().length > 0),
    look: (text, caret) => {
      const query = completionQuery(text, caret);
      if (query?.from !== closedAt()) closedAt.set(null);
      asked.set(query);
      return query;
    },
    point: (index) => active.set(index),
    close: () => closedAt.set(asked()?.from ?? null),
    leave: () => asked.set(null),
    move: (step) => {
      const count = suggestions().length;
      active.set((inReach() + step + count) % count);
    },
    take: (index) => {
      const query = asked();
      const chosen = suggestions()[index];
      return query && chosen ? { from: query.from, to: query.to, text: chosen.insert } : null;
    },
  };
}

const sameQuery = (a: CompletionQuery | null, b: CompletionQuery | null): boolean =>
  a?.kind === b?.kind && a?.query === b?.query && a?.from === b?.from;
