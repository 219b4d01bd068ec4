import type { Shelf, ShelfChanges } from './shelves';

/**
 * What is on its way to a shelf, noted where writing is done at once: the browser's database takes a moment, and a page can
 * be gone by then. A note goes once the shelf has what it says, or the next page that reads the shelf has put it there.
 */
export class WriteAhead {
  /** A browser that lets nothing be noted is left to its database alone. */
  private readonly storage = storageHere();

  note(shelf: Shelf, owner: string, changes: ShelfChanges): void {
    for (const [key, value] of changes) this.put(nameOf(shelf, owner, key), textOf(value));
  }

  /** What was noted for a shelf and is not known to stand there. */
  noted(shelf: Shelf, owner: string): ShelfChanges {
    const notes = new Map<string, unknown>();
    for (const [name, text] of this.notesOf(owner)) {
      const [ofShelf, , key] = placeOf(name);
      if (ofShelf === shelf && key !== undefined) notes.set(key, valueOf(text));
    }
    return notes;
  }

  /** Takes away the notes of what has been written; what was noted since stays. */
  settle(shelf: Shelf, owner: string, written: ShelfChanges): void {
    for (const [key, value] of written) {
      const name = nameOf(shelf, owner, key);
      if (this.storage?.getItem(name) === textOf(value)) this.storage.removeItem(name);
    }
  }

  clear(owner: string): void {
    for (const [name] of this.notesOf(owner)) this.storage?.removeItem(name);
  }

  private put(name: string, text: string): void {
    try {
      this.storage?.setItem(name, text);
    } catch {
      // Full: the shelf itself will have it in a moment.
    }
  }

  private notesOf(owner: string): (readonly [name: string, text: string])[] {
    const { storage } = this;
    if (!storage) return [];
    return Object.keys(storage)
      .filter((name) => placeOf(name)[1] === owner)
      .map((name) => [name, storage.getItem(name) ?? ''] as const);
  }
}

const PREFIX = 'parley:ahead:';

const nameOf = (...place: readonly [Shelf, string, string]): string => PREFIX + JSON.stringify(place);
const textOf = (value: unknown): string => JSON.stringify({ value });

/** Shelf, owner and key; nothing where the name is no note's. */
function placeOf(name: string): readonly string[] {
  const place = name.startsWith(PREFIX) ? parsed(name.slice(PREFIX.length)) : null;
  return Array.isArray(place) ? place.map(String) : [];
}

const valueOf = (text: string): unknown => (parsed(text) as { readonly value?: unknown } | null)?.value;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function storageHere(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
