import type { LocalStore } from './local-store';
import type { Shelf } from './shelves';

/** Keeps one person's shelf in step with what is held in memory: writes only what has become another object. */
export class Mirror {
  private written: ReadonlyMap<string, object> = new Map();

  constructor(
    private readonly local: LocalStore,
    private readonly shelf: Shelf,
    private readonly owner: string,
  ) {}

  /** Tells what the shelf holds already. */
  begin(records: ReadonlyMap<string, object>): void {
    this.written = records;
  }

  write(records: ReadonlyMap<string, object>): void {
    const changes = new Map<string, object | undefined>();
    for (const [key, value] of records) if (this.written.get(key) !== value) changes.set(key, value);
    for (const key of this.written.keys()) if (!records.has(key)) changes.set(key, undefined);
    this.written = records;
    void this.local.write(this.shelf, this.owner, changes);
  }
}
