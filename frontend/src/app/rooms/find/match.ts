import { plain } from '../../core/text/plain';

/** A stretch of a text, from its first code unit to the one behind its last. */
export type Stretch = readonly [from: number, to: number];

/** How well a text fits what is looked for, from `whole` down. */
export const FIT = { start: 5, words: 4, initials: 3, within: 2, loose: 1 } as const;
export type Fit = (typeof FIT)[keyof typeof FIT];

export interface Match {
  readonly fit: Fit;
  /** What of the text was meant, in its order. */
  readonly marks: readonly Stretch[];
}

/** A text without accents and capitals, and where each of its letters stands in the original. */
interface Folded {
  readonly text: string;
  readonly places: readonly Stretch[];
  /** Where words begin. */
  readonly starts: readonly number[];
}

const LEAST_LOOSE = 3;

/**
 * How a text fits what somebody types: by its beginning, by the beginnings of its words in any order, by their initials, by
 * what stands within it, or loosely, by letters that follow each other. Accents and capitals do not count.
 */
export function matchOf(text: string, search: string): Match | null {
  const folded = fold(text);
  const wanted = fold(search).text.trim();
  if (!wanted) return null;
  return (
    byStart(folded, wanted) ??
    byWords(folded, wanted) ??
    byInitials(folded, wanted) ??
    byParts(folded, wanted) ??
    byLetters(folded, wanted)
  );
}

function byStart(folded: Folded, wanted: string): Match | null {
  return folded.text.startsWith(wanted) ? found(FIT.start, folded, [[0, wanted.length]]) : null;
}

function byWords(folded: Folded, wanted: string): Match | null {
  const free = new Set(folded.starts);
  const taken: Stretch[] = [];
  for (const part of wanted.split(/\s+/u)) {
    const start = [...free].find((at) => folded.text.startsWith(part, at));
    if (start === undefined) return null;
    free.delete(start);
    taken.push([start, start + part.length]);
  }
  return found(FIT.words, folded, taken);
}

function byInitials(folded: Folded, wanted: string): Match | null {
  const initials = folded.starts.map((at) => folded.text.charAt(at)).join('');
  const first = wanted.length > 1 ? initials.indexOf(wanted) : -1;
  if (first < 0) return null;
  const starts = folded.starts.slice(first, first + wanted.length);
  return found(
    FIT.initials,
    folded,
    starts.map((at) => [at, at + 1]),
  );
}

function byParts(folded: Folded, wanted: string): Match | null {
  const stretches = wanted.split(/\s+/u).map((part): Stretch => {
    const at = folded.text.indexOf(part);
    return [at, at + part.length];
  });
  return stretches.some(([at]) => at < 0) ? null : found(FIT.within, folded, stretches);
}

function byLetters(folded: Folded, wanted: string): Match | null {
  const letters = [...wanted.replace(/\s+/gu, '')];
  if (letters.length < LEAST_LOOSE) return null;
  const begin = folded.starts.find((at) => folded.text.charAt(at) === letters[0]);
  if (begin === undefined) return null;
  const stretches: Stretch[] = [];
  let at = begin;
  for (const letter of letters) {
    at = folded.text.indexOf(letter, at);
    if (at < 0) return null;
    stretches.push([at, (at += letter.length)]);
  }
  return found(FIT.loose, folded, stretches);
}

/** Marks what was meant in the original, and joins what touches. */
function found(fit: Fit, { places }: Folded, stretches: readonly Stretch[]): Match {
  const marks: [number, number][] = [];
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const start = places[from]?.[0] ?? 0;
    const end = places[to - 1]?.[1] ?? start;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return { fit, marks };
}

function fold(original: string): Folded {
  let text = '';
  const places: Stretch[] = [];
  const starts: number[] = [];
  let at = 0;
  let isInWord = false;
  for (const letter of original) {
    const folded = plain(letter);
    const isWord = /[\p{L}\p{N}\p{M}]/u.test(letter);
    if (isWord && !isInWord && folded) starts.push(text.length);
    isInWord = isWord;
    const place: Stretch = [at, at + letter.length];
    places.push(...Array.from({ length: folded.length }, () => place));
    text += folded;
    at += letter.length;
  }
  return { text, places, starts };
}
