import { Injectable, signal } from '@angular/core';
import { catchError, map, type Observable } from 'rxjs';
import { IndexedDbShelves } from './indexed-db-shelves';
import { MemoryShelves } from './memory-shelves';
import { CACHES, OWN, SHELVES, type Records, type Shelf, type ShelfChanges, type Shelves } from './shelves';
import { WriteAhead } from './write-ahead';

/**
 * What this device keeps for each person: in the browser's database where there is one, else in memory, as long as the
 * page lives, and what nobody else has in its notes. Where there is no room left, what the server has too gives way to what it has not. What nobody else has is
 * safe as soon as it is given, also from a page that dies in the same moment. Nothing here ever fails.
 */
@Injectable({ providedIn: 'root' })
export class LocalStore {
  private readonly keeping = signal(typeof indexedDB !== 'undefined');
  private shelves: Shelves = this.keeping() ? new IndexedDbShelves() : new MemoryShelves();
  private readonly ahead = new WriteAhead();
  private hasRoomForCaches = true;
  /** Whose things were taken away: what is still under way to a shelf of theirs is dropped, until they come back. */
  private readonly gone = new Set<string>();

  /** False where all that is kept is gone with the page: the browser has no database for us, or no room. */
  readonly isKeeping = this.keeping.asReadonly();

  /** What an owner has on a shelf: emits once, at once where it is in memory. */
  read(shelf: Shelf, owner: string): Observable<Records> {
    this.gone.delete(owner);
    return this.shelves.read(shelf, owner).pipe(
      catchError(() => this.inMemory().read(shelf, owner)),
      map((records) => this.withNoted(records, shelf, owner)),
    );
  }

  /** Notes what is to be written a little later. */
  note(shelf: Shelf, owner: string, changes: ShelfChanges): void {
    if (!this.gone.has(owner)) this.ahead.note(shelf, owner, changes);
  }

  /** Puts things on an owner's shelf, or takes them away. Resolves when that is done. */
  async write(shelf: Shelf, owner: string, changes: ShelfChanges): Promise<void> {
    if (changes.size === 0 || this.gone.has(owner) || (isCache(shelf) && !this.hasRoomForCaches)) return;
    if (isTheirOwn(shelf)) this.ahead.note(shelf, owner, changes);
    try {
      await this.shelves.write(shelf, owner, changes);
    } catch (failure) {
      await this.writeAllTheSame(failure, shelf, owner, changes);
    }
    if (isTheirOwn(shelf)) this.ahead.settle(shelf, owner, this.keeping() ? changes : withoutValues(changes));
  }

  /** Takes away all that is kept of one person. */
  async clear(owner: string): Promise<void> {
    this.gone.add(owner);
    this.ahead.clear(owner);
    await this.shelves.clear(SHELVES, owner).catch(() => undefined);
  }

  /** Takes away what is kept of the server's answers, of everybody. */
  async clearCaches(): Promise<void> {
    await this.shelves.clearAll(CACHES).catch(() => undefined);
  }

  /** What an earlier page could only note is newer than what it had written. */
  private withNoted(records: Records, shelf: Shelf, owner: string): Records {
    const noted = this.ahead.noted(shelf, owner);
    if (noted.size === 0) return records;
    void this.write(shelf, owner, noted);
    return new Map([...new Map([...records, ...noted])].filter(([, value]) => value !== undefined));
  }

  private async writeAllTheSame(failure: unknown, shelf: Shelf, owner: string, changes: ShelfChanges): Promise<void> {
    if (isFull(failure)) {
      this.hasRoomForCaches = false;
      await this.clearCaches();
      if (isCache(shelf)) return;
      const isWritten = await this.shelves.write(shelf, owner, changes).then(
        () => true,
        () => false,
      );
      if (isWritten) return;
    }
    await this.inMemory().write(shelf, owner, changes);
  }

  private inMemory(): Shelves {
    if (this.keeping()) {
      this.keeping.set(false);
      this.shelves = new MemoryShelves();
    }
    return this.shelves;
  }
}

/** Where there is only memory, what is given stays noted for the next page; what is taken away needs no note. */
const withoutValues = (changes: ShelfChanges): ShelfChanges =>
  new Map([...changes].filter(([, value]) => value === undefined));

const isCache = (shelf: Shelf): boolean => CACHES.includes(shelf);
const isTheirOwn = (shelf: Shelf): boolean => OWN.includes(shelf);
const isFull = (failure: unknown): boolean => failure instanceof DOMException && failure.name === 'QuotaExceededError';
