import { plain } from '../../core/text/plain';
import type { Mentionable } from './suggestion';

/** So many are shown; whoever is not among them is named further. */
const SHOWN = 8;

/**
 * Those whose username, or one of whose names, begins with the query: by how well it fits, then by name, the reader last.
 * An only one whose username stands there whole needs no suggestion.
 */
export function matchingPeople(people: readonly Mentionable[], query: string, userId: string): readonly Mentionable[] {
  const wanted = plain(query);
  const found = people
    .map((person) => ({ person, fit: fitOf(person, wanted), isReader: person.id === userId }))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        Number(a.isReader) - Number(b.isReader) ||
        b.fit - a.fit ||
        a.person.displayName.localeCompare(b.person.displayName),
    )
    .map(({ person }) => person);
  const isNamed = found.length === 1 && found[0]?.username === query;
  return isNamed ? [] : found.slice(0, SHOWN);
}

/** How well a person fits: the beginning of the whole name or of the username best, one of the further names less. */
function fitOf({ username, displayName }: Mentionable, wanted: string): number {
  const name = plain(displayName);
  if (name.startsWith(wanted) || username.startsWith(wanted)) return 2;
  return name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(wanted)) ? 1 : 0;
}
