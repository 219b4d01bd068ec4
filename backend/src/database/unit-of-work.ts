import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import { unavailable } from '../common/domain-error.js';
import { codesOf, isOutage } from '../common/outage.js';

type Effect = () => void | Promise<void>;
type AfterCommit = (then: Effect) => void;

export interface Transaction {
  readonly manager: EntityManager;
  /** Registers what is to happen once the work is known to be durable, and never otherwise; the next write waits for it. */
  readonly afterCommit: AfterCommit;
}

/** From when it was asked for, a write waits this long in all, asynchronously, for the lock of another process. */
const LOCK_PATIENCE_MS = 5_000;
const LOCK_RETRY_MS = 50;

/**
 * The only way to write. The writes of a process pass one at a time, and what happens after a commit happens before
 * the next write begins: that keeps events in the order of their revisions. SQLite needs it anyway, since it has one
 * connection, and an `await` inside a transaction would let another request's statements in.
 */
@Injectable()
export class UnitOfWork {
  private tail: Promise<unknown> = Promise.resolve();
  /** The last write met a lock or an outage: who has waited long enough behind it is not made to try as well. */
  private isStuck = false;
  private doubts = 0;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction of its own and resolves with its result once it is durable.
   * While others hold a lock the work is tried again, so it must not have effects outside the transaction but through
   * `afterCommit`. Rejects with `unavailable` when the lock outlasts the patience.
   */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.inTurn((afterCommit) => this.dataSource.transaction((manager) => work({ manager, afterCommit })));
  }

  /** The same for SQLite's hot path: `work` is synchronous, so that nothing can come between its statements. */
  runSync<T>(work: (afterCommit: AfterCommit) => T): Promise<T> {
    return this.inTurn((afterCommit) => this.connection.transaction(() => work(afterCommit)).immediate());
  }

  /**
   * How many writes have failed through an outage. What they wrote may be durable all the same, if the database went
   * between the commit and its answer: then nobody was told.
   */
  get doubtful(): number {
    return this.doubts;
  }

  /** The one SQLite connection, for statements that are prepared once. */
  get connection(): BetterSqlite3.Database {
    return (this.dataSource.driver as unknown as { databaseConnection: BetterSqlite3.Database }).databaseConnection;
  }

  private inTurn<T>(attempt: Attempt<T>): Promise<T> {
    const deadline = Date.now() + LOCK_PATIENCE_MS;
    const turn = this.tail.then(async () => {
      if (this.isStuck && Date.now() >= deadline) await this.refuse();
      const { result, effects } = await this.untilUnlocked(attempt, deadline);
      for (const effect of effects) await effect();
      return result;
    });
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** Tries until the lock of another process is gone; the effects are those of the attempt that succeeded. */
  private async untilUnlocked<T>(attempt: Attempt<T>, deadline: number): Promise<Completed<T>> {
    for (;;) {
      const effects: Effect[] = [];
      try {
        const result = await attempt((then) => effects.push(then));
        this.isStuck = false;
        return { result, effects };
      } catch (error) {
        this.note(error);
        if (!isLocked(error)) throw error;
        if (Date.now() >= deadline) throw busy();
        await delay(LOCK_RETRY_MS);
      }
    }
  }

  /** One refusal a turn of the event loop: many writes run out of patience together, and answering each takes a while. */
  private async refuse(): Promise<never> {
    await nextTurn();
    throw busy();
  }

  private note(error: unknown): void {
    this.isStuck = isLocked(error) || isOutage(error);
    if (this.isStuck && !isLocked(error)) this.doubts += 1;
  }
}

type Attempt<T> = (afterCommit: AfterCommit) => T | Promise<T>;

interface Completed<T> {
  readonly result: T;
  readonly effects: readonly Effect[];
}

const busy = () => unavailable('The database is busy. Nothing was stored; please try again.');

/** SQLite's lock of another process; PostgreSQL's deadlocks and failed serialisations. All are rolled back. */
const isLocked = (error: unknown): boolean => codesOf(error).some((code) => /^(SQLITE_BUSY.*|40P01|40001)$/.test(code));
