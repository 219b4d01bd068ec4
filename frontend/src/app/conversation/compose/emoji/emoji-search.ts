import type { Emoji } from './emoji';

/** How well a word of an emoji fits a word of the query. */
const FIT = { code: 5, codeBegins: 4, name: 3, nameBegins: 2, wordBegins: 1 } as const;

/**
 * The emojis that a query means, the best first: by short name, then by name, then by words around it. Each word of the
 * query must fit; where two fit alike, the one that was used lately goes first, then the order of the list.
 *
 * @param recent glyphs that were used lately, the last one first
 */
export function searchEmojis(
  emojis: readonly Emoji[],
  query: string,
  recent: readonly string[] = [],
): readonly Emoji[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return emojis
    .map((emoji) => ({ emoji, fit: fitOf(emoji, query, wanted), isRecent: recent.includes(emoji.glyph) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || Number(b.isRecent) - Number(a.isRecent))
    .map(({ emoji }) => emoji);
}

/** The emoji of exactly this short name. */
export function emojiNamed(emojis: readonly Emoji[], code: string): Emoji | null {
  const wanted = code.toLowerCase();
  return emojis.find(({ codes }) => codes.includes(wanted)) ?? null;
}

function fitOf(emoji: Emoji, query: string, wanted: readonly string[]): number {
  const whole = query.trim().toLowerCase();
  if (emoji.codes.includes(whole)) return FIT.code;
  if (emoji.codes.some((code) => code.startsWith(whole))) return FIT.codeBegins;
  const names = wordsOf(emoji.name);
  return Math.min(...wanted.map((word) => fitOfWord(emoji, names, word)));
}

function fitOfWord({ codes, words }: Emoji, names: readonly string[], word: string): number {
  if (names.includes(word)) return FIT.name;
  if (names.some((name) => name.startsWith(word))) return FIT.nameBegins;
  const others = [...words, ...codes.flatMap((code) => code.split('_'))];
  return others.some((other) => other.toLowerCase().startsWith(word)) ? FIT.wordBegins : 0;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean);
