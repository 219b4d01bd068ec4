import type { Observable } from 'rxjs';

/** The kinds of things that this device keeps. */
export const SHELVES = ['account', 'rooms', 'people', 'drafts', 'outbox'] as const;
export type Shelf = (typeof SHELVES)[number];

/** What the server has too: it makes room where there is none. */
export const CACHES: readonly Shelf[] = ['rooms', 'people'];
/** What is the person's own and nowhere else. */
export const OWN: readonly Shelf[] = ['drafts', 'outbox'];

/** What stands on a shelf, by key. */
export type Records = ReadonlyMap<string, unknown>;
/** What is put on a shelf, by key; undefined takes it away. */
export type ShelfChanges = ReadonlyMap<string, unknown>;

/** Shelves on which each owner has a place of their own, which nobody else sees. */
export interface Shelves {
  /** Emits once, and completes. */
  read(shelf: Shelf, owner: string): Observable<Records>;
  write(shelf: Shelf, owner: string, changes: ShelfChanges): Promise<void>;
  /** Empties shelves of one owner. */
  clear(shelves: readonly Shelf[], owner: string): Promise<void>;
  /** Empties shelves of everybody. */
  clearAll(shelves: readonly Shelf[]): Promise<void>;
}
