/** The one or two letters that stand for a name: the first of its first and of its last word. */
export function initials(name: string): string {
  const words = wordsOf(name);
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (!first) return firstCharacter(name.trim()) || '?';
  return (firstCharacter(first) + (last ? firstCharacter(last) : '')).toLocaleUpperCase();
}

/** A dot parts words only where nothing else does: "grace.lindqvist" are two, "2.8" is one. */
function wordsOf(name: string): string[] {
  const words = name.split(/[\s\-_]+/u).filter(startsWithLetter);
  return words.length > 1 ? words : name.split(/[\s\-_.]+/u).filter(startsWithLetter);
}

const startsWithLetter = (word: string): boolean => /^[\p{Letter}\p{Number}]/u.test(word);
const firstCharacter = (word: string): string => [...word][0] ?? '';
