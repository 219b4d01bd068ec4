import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.js';

/** A database that begins a transaction and commits it when the test says so. */
class Database {
  readonly batches: (readonly number[])[] = [];
  private readonly begins: ((error?: Error) => void)[] = [];

  readonly commit: GroupCommit<number, number>;

  constructor(limit = Infinity) {
    this.commit = new GroupCommit<number, number>(limit, async (take, settle) => {
      await new Promise<void>((resolve, reject) => this.begins.push((error) => (error ? reject(error) : resolve())));
      const batch = take();
      this.batches.push(batch);
      if (batch.includes(POISON)) throw new Error('the disk is full');
      await settle(batch.map(outcomeOf));
    });
  }

  /** Resolves once a transaction waits for its turn. */
  async asked(): Promise<void> {
    await expect.poll(() => this.begins.length, { interval: 1 }).toBe(1);
  }

  /** Lets the transaction that waits for its turn begin, or fail to. */
  async next(error?: Error): Promise<void> {
    await this.asked();
    this.begins.shift()?.(error);
  }
}

const POISON = 13;
const outcomeOf = (request: number) => request * 2;

describe('a group commit', () => {
  it('writes together what has come when the transaction can begin, and answers each with its own', async () => {
    const database = new Database();
    const first = database.commit.add(1);
    await database.asked();
    const second = database.commit.add(2);
    await database.next();
    expect(await Promise.all([first, second])).toEqual([2, 4]);
    expect(database.batches).toEqual([[1, 2]]);
  });

  it('leaves what comes during a commit to the next one', async () => {
    let finish: () => void = () => undefined;
    const durable = new Promise<void>((resolve) => (finish = resolve));
    const batches: (readonly number[])[] = [];
    const commit = new GroupCommit<number, number>(Infinity, async (take, settle) => {
      const batch = take();
      batches.push(batch);
      if (batches.length === 1) await durable;
      await settle(batch.map(outcomeOf));
    });
    const first = commit.add(1);
    await expect.poll(() => batches.length, { interval: 1 }).toBe(1);
    const others = [commit.add(2), commit.add(3)];
    finish();
    expect(await Promise.all([first, ...others])).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('keeps a batch while its transaction is tried again', async () => {
    const tries: (readonly number[])[] = [];
    const late: Promise<number>[] = [];
    const commit = new GroupCommit<number, number>(Infinity, async (take, settle) => {
      tries.push(take());
      if (late.length === 0) late.push(addLate());
      tries.push(take());
      await settle(take().map(outcomeOf));
    });
    const addLate = () => commit.add(2);
    expect(await commit.add(1)).toBe(2);
    expect(await Promise.all(late)).toEqual([4]);
    expect(tries).toEqual([[1], [1], [2], [2]]);
  });

  it('takes no more than its limit at a time', async () => {
    const database = new Database(2);
    const answers = [1, 2, 3, 4, 5].map((request) => database.commit.add(request));
    for (let count = 0; count < 3; count += 1) await database.next();
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
    expect(database.batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('rejects all who wait when a transaction cannot even begin, beyond the limit too', async () => {
    const database = new Database(2);
    const answers = Promise.allSettled([1, 2, 3].map((request) => database.commit.add(request)));
    const locked = new Error('locked');
    await database.next(locked);
    expect(await answers).toEqual(Array.from({ length: 3 }, () => ({ status: 'rejected', reason: locked })));
    const later = database.commit.add(4);
    await database.next();
    expect(await later).toBe(8);
    expect(database.batches).toEqual([[4]]);
  });

  it('rejects the batch whose commit fails, and nobody else', async () => {
    const database = new Database(2);
    const answers = Promise.allSettled([1, POISON, 3].map((request) => database.commit.add(request)));
    for (let count = 0; count < 2; count += 1) await database.next();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('writes every request once and in order, in batches within the limit, however they come', async () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
    const story = fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 5 }), async (groups, limit) => {
      const written: (readonly number[])[] = [];
      const commit = new GroupCommit<number, number>(limit, async (take, settle) => {
        const batch = take();
        written.push(batch);
        await settle(batch.map(outcomeOf));
      });
      const requests = groups.flatMap((size, turn) => Array.from({ length: size }, (_, each) => turn * 10 + each));
      const answers: Promise<number>[] = [];
      for (const [turn] of groups.entries()) {
        const coming = requests.filter((request) => Math.floor(request / 10) === turn);
        answers.push(...coming.map((request) => commit.add(request)));
        await new Promise(setImmediate);
      }
      expect(await Promise.all(answers)).toEqual(requests.map(outcomeOf));
      expect(written.flat()).toEqual(requests);
      for (const batch of written) expect(batch.length).toBeLessThanOrEqual(limit);
    });
    await fc.assert(story);
  });
});
