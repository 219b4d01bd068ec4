import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { LocalStore } from './local-store';
import type { Shelf } from './shelves';
import { withDatabase } from './testing';

const readAll = async (local: LocalStore, shelf: Shelf, owner: string): Promise<Record<string, unknown>> =>
  Object.fromEntries(await firstValueFrom(local.read(shelf, owner)));
const nextPage = (): LocalStore => {
  TestBed.resetTestingModule();
  return TestBed.inject(LocalStore);
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe.each([
  ['the database of the browser', true],
  ['memory', false],
])('the local store in %s', (_where, hasDatabase) => {
  let local: LocalStore;

  beforeEach(() => {
    if (hasDatabase) withDatabase();
    local = TestBed.inject(LocalStore);
  });

  it('gives back what was put on a shelf, and not what was taken away', async () => {
    await local.write(
      'drafts',
      'u-1',
      new Map([
        ['r-1', { text: 'one' }],
        ['r-2', { text: 'two' }],
      ]),
    );
    await local.write('drafts', 'u-1', new Map([['r-1', undefined]]));
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ 'r-2': { text: 'two' } });
  });

  it('shows nobody what is on the shelf of somebody else', async () => {
    await local.write('outbox', 'u-1', new Map([['a', 'mine']]));
    await local.write('outbox', 'u-10', new Map([['b', 'theirs']]));
    expect(await readAll(local, 'outbox', 'u-1')).toEqual({ a: 'mine' });
    expect(await readAll(local, 'outbox', 'u-2')).toEqual({});
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({});
  });

  it('takes away all of one person, also what is still on its way there', async () => {
    await local.write('drafts', 'u-1', new Map([['a', 'mine']]));
    await local.write('drafts', 'u-2', new Map([['b', 'theirs']]));
    const cleared = local.clear('u-1');
    await local.write('drafts', 'u-1', new Map([['c', 'late']]));
    await cleared;
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({});
    expect(await readAll(local, 'drafts', 'u-2')).toEqual({ b: 'theirs' });
    await local.write('drafts', 'u-1', new Map([['d', 'back again']]));
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ d: 'back again' });
  });

  it('takes away what the server has too, of everybody, and nothing else', async () => {
    await local.write('rooms', 'u-1', new Map([['a', 1]]));
    await local.write('outbox', 'u-1', new Map([['a', 1]]));
    await local.clearCaches();
    expect(await readAll(local, 'rooms', 'u-1')).toEqual({});
    expect(await readAll(local, 'outbox', 'u-1')).toEqual({ a: 1 });
  });
});

describe('the local store', () => {
  it('keeps things for the next page', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(local.isKeeping()).toBe(true);
    expect(await readAll(nextPage(), 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
  });

  it('goes on in memory, and says so, where the browser refuses its database', async () => {
    const database = withDatabase();
    vi.spyOn(database, 'open').mockImplementation(() => {
      throw new DOMException('not in private mode', 'SecurityError');
    });
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
    expect(local.isKeeping()).toBe(false);
  });

  it('has what nobody else has on the next page too where there is only memory', async () => {
    const database = withDatabase();
    const refuse = () =>
      vi.spyOn(database, 'open').mockImplementation(() => {
        throw new DOMException('not in private mode', 'SecurityError');
      });
    refuse();
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    await local.write('outbox', 'u-1', new Map([['m-1', 'waits']]));
    await local.write('outbox', 'u-1', new Map([['m-1', undefined]]));
    const next = nextPage();
    expect(await readAll(next, 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
    expect(await readAll(next, 'outbox', 'u-1')).toEqual({});
    expect(localStorage).toHaveLength(1);
  });

  it('lets what the server has give way where there is no room', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    await local.write('rooms', 'u-1', new Map([['r-1', 'a long log']]));
    noRoomFor(1);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(local.isKeeping()).toBe(true);
    await local.write('rooms', 'u-1', new Map([['r-1', 'a long log']]));
    expect(await readAll(nextPage(), 'rooms', 'u-1')).toEqual({});
    expect(await readAll(nextPage(), 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
  });

  it('says so where not even that makes room', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    noRoomFor(2);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(local.isKeeping()).toBe(false);
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
  });

  it('opens its database again when the browser has closed it', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('closed', 'InvalidStateError');
    });
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
    expect(transaction).toHaveBeenCalledTimes(2);
    expect(local.isKeeping()).toBe(true);
  });

  it('stands back for a newer version of its database', async () => {
    const database = withDatabase();
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    const isOpen = await new Promise<boolean>((answer) => {
      const opening = database.open('parley', 99);
      opening.onsuccess = () => answer(true);
      opening.onblocked = () => answer(false);
    });
    expect(isOpen).toBe(true);
  });

  it('goes on in memory beside a tab that has a newer version of its database', async () => {
    const database = withDatabase();
    await opened(database.open('parley', 99));
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(local.isKeeping()).toBe(false);
  });

  it('does not wait for a tab that holds an older version open', async () => {
    const database = withDatabase();
    await opened(database.open('parley', 1));
    const open = database.open.bind(database);
    vi.spyOn(database, 'open').mockImplementation((name) => open(name, 2));
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
    expect(local.isKeeping()).toBe(false);
  });

  it('waits for a database that takes its time, and keeps what was given meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const database = withDatabase();
    // What is asked for while a database is being deleted comes after that.
    const holder = await opened(database.open('parley', 1));
    const deletion = database.deleteDatabase('parley');
    await new Promise((done) => (deletion.onblocked = done));
    const local = TestBed.inject(LocalStore);
    let isWritten = false;
    const written = local.write('drafts', 'u-1', new Map([['r-1', 'begun']])).then(() => (isWritten = true));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect([isWritten, local.isKeeping()]).toEqual([false, true]);
    holder.close();
    await written;
    expect(local.isKeeping()).toBe(true);
    expect(await readAll(nextPage(), 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
  });

  it('has what a page has written in the moment in which it died', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    await local.write('outbox', 'u-1', new Map([['m-1', 'sent']]));
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new Error('nothing is done any more');
    });
    local.note('drafts', 'u-1', new Map([['r-1', undefined]]));
    local.note('drafts', 'u-1', new Map([['r-2', 'half a sent']]));
    void local.write('outbox', 'u-1', new Map([['m-2', 'just now']]));
    vi.restoreAllMocks();
    const next = nextPage();
    expect(await readAll(next, 'drafts', 'u-1')).toEqual({ 'r-2': 'half a sent' });
    expect(await readAll(next, 'outbox', 'u-1')).toEqual({ 'm-1': 'sent', 'm-2': 'just now' });
    await vi.waitFor(() => expect(localStorage).toHaveLength(0));
    expect(await readAll(nextPage(), 'drafts', 'u-1')).toEqual({ 'r-2': 'half a sent' });
  });

  it('notes nothing of what the server has too, and keeps no note of what is written', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    const writing = [
      local.write('rooms', 'u-1', new Map([['r-1', 'a long log']])),
      local.write('drafts', 'u-1', new Map([['r-1', 'beg']])),
    ];
    expect(Object.keys(localStorage)).toEqual(['parley:ahead:["drafts","u-1","r-1"]']);
    local.note('drafts', 'u-1', new Map([['r-1', 'begun']]));
    await Promise.all(writing);
    expect(await readAll(nextPage(), 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
    await vi.waitFor(() => expect(localStorage).toHaveLength(0));
  });

  it('leaves no note behind of somebody whose things are taken away', async () => {
    withDatabase();
    const local = TestBed.inject(LocalStore);
    local.note('drafts', 'u-1', new Map([['r-1', 'mine']]));
    local.note('drafts', 'u-2', new Map([['r-1', 'theirs']]));
    const cleared = local.clear('u-1');
    local.note('drafts', 'u-1', new Map([['r-1', 'late']]));
    await cleared;
    expect(await readAll(nextPage(), 'drafts', 'u-1')).toEqual({});
    expect(await readAll(nextPage(), 'drafts', 'u-2')).toEqual({ 'r-1': 'theirs' });
  });

  it('goes without notes where the browser lets nothing be noted, and skips what is none', async () => {
    withDatabase();
    localStorage.setItem('parley:ahead:rubbish', 'rubbish');
    localStorage.setItem('parley:ahead:["drafts","u-1","r-9"]', 'rubbish');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const local = TestBed.inject(LocalStore);
    await local.write('drafts', 'u-1', new Map([['r-1', 'begun']]));
    expect(await readAll(local, 'drafts', 'u-1')).toEqual({ 'r-1': 'begun' });
  });

  /** The next writes find no room. */
  function noRoomFor(writes: number): void {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    for (let write = 0; write < writes; write += 1) {
      put.mockImplementationOnce(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
    }
  }
});

const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
  new Promise((done) => (request.onsuccess = () => done(request.result)));
