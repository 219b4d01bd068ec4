import { openDB, type IDBPDatabase } from 'idb';
import { defer, from, type Observable } from 'rxjs';
import type { Records, Shelf, ShelfChanges, Shelves } from './shelves';

const NAME = 'parley';

type Database = IDBPDatabase;

/** What each version of the schema adds to the one before it. A step that has shipped is never changed. */
const STEPS: readonly ((database: Database) => void)[] = [
  (database) => {
    for (const shelf of ['account', 'rooms', 'people', 'drafts', 'outbox']) database.createObjectStore(shelf);
  },
];

/** Shelves in the browser's database. Every method fails where the browser does not let us, or has no room left. */
export class IndexedDbShelves implements Shelves {
  private opened: Promise<Database> | null = null;

  read(shelf: Shelf, owner: string): Observable<Records> {
    return defer(() => from(this.readAll(shelf, owner)));
  }

  write(shelf: Shelf, owner: string, changes: ShelfChanges): Promise<void> {
    return this.withDatabase(async (database) => {
      const transaction = database.transaction(shelf, 'readwrite');
      for (const [key, value] of changes) {
        if (value === undefined) void transaction.store.delete([owner, key]).catch(ignore);
        else void transaction.store.put(value, [owner, key]).catch(ignore);
      }
      await committed(transaction);
    });
  }

  clear(shelves: readonly Shelf[], owner: string): Promise<void> {
    return this.withDatabase(async (database) => {
      const transaction = database.transaction(shelves, 'readwrite');
      for (const shelf of shelves) void transaction.objectStore(shelf).delete(placeOf(owner)).catch(ignore);
      await committed(transaction);
    });
  }

  clearAll(shelves: readonly Shelf[]): Promise<void> {
    return this.withDatabase(async (database) => {
      const transaction = database.transaction(shelves, 'readwrite');
      for (const shelf of shelves) void transaction.objectStore(shelf).clear().catch(ignore);
      await committed(transaction);
    });
  }

  private readAll(shelf: Shelf, owner: string): Promise<Records> {
    return this.withDatabase(async (database) => {
      const { store } = database.transaction(shelf);
      const [keys, values] = await Promise.all([store.getAllKeys(placeOf(owner)), store.getAll(placeOf(owner))]);
      return new Map(keys.map((key, index) => [(key as [string, string])[1], values[index] as unknown]));
    });
  }

  /** A connection that the browser has closed meanwhile is opened once more. */
  private async withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.database());
    } catch (failure) {
      if (!isClosed(failure)) throw failure;
      this.opened = null;
      return work(await this.database());
    }
  }

  private database(): Promise<Database> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** However long it takes on a busy machine; only a tab that holds on to an older version is not waited for. */
  private open(): Promise<Database> {
    return new Promise((opened, fail) => {
      const opening = openDB(NAME, STEPS.length, {
        upgrade: (database, from) => {
          for (const step of STEPS.slice(from)) step(database);
        },
        blocked: () => fail(new Error('Another tab holds an older version of the database open')),
        // A newer version of this client waits in another tab: it goes first.
        blocking: () => void opening.then((database) => database.close()),
        terminated: () => (this.opened = null),
      });
      opening.then(opened, fail);
    });
  }
}

/** Ends a transaction at once: what is only done by itself, later, is lost with a page that goes meanwhile. */
function committed(transaction: { commit(): void; readonly done: Promise<void> }): Promise<void> {
  transaction.commit();
  return transaction.done;
}

/** All keys of one owner: an array sorts behind every text. */
const placeOf = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

/** The transaction as a whole says what went wrong. */
const ignore = (): void => undefined;

const isClosed = (failure: unknown): boolean => failure instanceof DOMException && failure.name === 'InvalidStateError';
