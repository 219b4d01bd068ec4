import { defer, of, type Observable } from 'rxjs';
import type { Records, Shelf, ShelfChanges, Shelves } from './shelves';

/** Shelves that last as long as the page. */
export class MemoryShelves implements Shelves {
  private readonly places = new Map<string, Map<string, unknown>>();

  read(shelf: Shelf, owner: string): Observable<Records> {
    return defer(() => of(new Map(this.place(shelf, owner))));
  }

  write(shelf: Shelf, owner: string, changes: ShelfChanges): Promise<void> {
    const place = this.place(shelf, owner);
    for (const [key, value] of changes) {
      if (value === undefined) place.delete(key);
      else place.set(key, value);
    }
    return Promise.resolve();
  }

  clear(shelves: readonly Shelf[], owner: string): Promise<void> {
    for (const shelf of shelves) this.place(shelf, owner).clear();
    return Promise.resolve();
  }

  clearAll(shelves: readonly Shelf[]): Promise<void> {
    for (const name of this.places.keys())
      if (shelves.some((shelf) => name.startsWith(`${shelf} `))) this.places.delete(name);
    return Promise.resolve();
  }

  private place(shelf: Shelf, owner: string): Map<string, unknown> {
    const name = `${shelf} ${owner}`;
    const place = this.places.get(name) ?? new Map<string, unknown>();
    this.places.set(name, place);
    return place;
  }
}
