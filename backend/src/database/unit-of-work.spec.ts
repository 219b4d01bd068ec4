import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataSourceOptions } from './data-source-options.js';
import { UnitOfWork } from './unit-of-work.js';

describe('UnitOfWork', () => {
  let directory: string;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'parley-database-'));
    dataSource = await new DataSource(dataSourceOptions({ databaseUrl: undefined, dataDir: directory })).initialize();
    await dataSource.query('CREATE TABLE notes (text text UNIQUE)');
    unitOfWork = new UnitOfWork(dataSource);
  });

  afterEach(async () => {
    await dataSource.destroy();
    rmSync(directory, { recursive: true });
  });

  const notes = async (): Promise<string[]> =>
    (await dataSource.query<{ text: string }[]>('SELECT text FROM notes ORDER BY text')).map(({ text }) => text);
  const note = (text: string) =>
    unitOfWork.run(async ({ manager }) => {
      await manager.query('INSERT INTO notes VALUES (?)', [text]);
    });

  it('keeps the database in WAL and syncs every commit to the disk', () => {
    expect(unitOfWork.connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(unitOfWork.connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(unitOfWork.connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('moves what was written into the file only once it is much', async () => {
    const size = () => statSync(join(directory, 'parley.sqlite')).size;
    /** Some 3,000 pages, with those of the index. */
    const noteMuch = (name: string) => note(name.padEnd(6 * 1_024 * 1_024));
    const before = size();
    await noteMuch('a');
    expect(size()).toBe(before);
    for (const name of ['b', 'c', 'd']) await noteMuch(name);
    expect(size()).toBeGreaterThan(before);
  });

  it('keeps nothing of work that fails, and runs none of its effects', async () => {
    const effects: string[] = [];
    const failing = unitOfWork.run(async ({ manager, afterCommit }) => {
      await manager.query(`INSERT INTO notes VALUES ('lost')`);
      afterCommit(() => {
        effects.push('told');
      });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await notes()).toEqual([]);
    expect(effects).toEqual([]);
  });

  it('lets no other write into a transaction that awaits, so a rollback undoes its own work alone', async () => {
    let fail: (() => void) | undefined;
    const failing = unitOfWork.run(async ({ manager }) => {
      await manager.query(`INSERT INTO notes VALUES ('lost')`);
      await new Promise<void>((_resolve, reject) => (fail = () => reject(new Error('no'))));
    });
    const other = note('kept');
    const sync = unitOfWork.runSync(() => {
      unitOfWork.connection.prepare(`INSERT INTO notes VALUES ('kept too')`).run();
    });
    await expect.poll(() => fail).toBeDefined();
    fail?.();
    await expect(failing).rejects.toThrow('no');
    await Promise.all([other, sync]);
    expect(await notes()).toEqual(['kept', 'kept too']);
  });

  it('runs the effects of one write before the next write begins', async () => {
    const order: string[] = [];
    const write = (name: string) =>
      unitOfWork.run(async ({ manager, afterCommit }) => {
        order.push(`${name} begins`);
        await manager.query('INSERT INTO notes VALUES (?)', [name]);
        afterCommit(async () => {
          await Promise.resolve();
          order.push(`${name} told`);
        });
      });
    await Promise.all([write('a'), write('b')]);
    expect(order).toEqual(['a begins', 'a told', 'b begins', 'b told']);
  });

  it('waits for the lock of another process without blocking the event loop, then stores', async () => {
    const other = new BetterSqlite3(join(directory, 'parley.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    let attempts = 0;
    const writing = unitOfWork.run(async ({ manager }) => {
      attempts += 1;
      await manager.query(`INSERT INTO notes VALUES ('patient')`);
    });
    await expect.poll(() => attempts).toBeGreaterThan(1);
    other.exec('COMMIT');
    other.close();
    await writing;
    expect(await notes()).toEqual(['patient']);
  });

  it('goes on after a failed write', async () => {
    await note('once');
    await expect(note('once')).rejects.toThrow('UNIQUE');
    await note('twice');
    expect(await notes()).toEqual(['once', 'twice']);
  });
});
