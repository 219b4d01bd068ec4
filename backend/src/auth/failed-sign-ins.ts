import { Injectable } from '@nestjs/common';
import { rateLimited } from '../common/domain-error.js';

const ALLOWED = 10;
const WINDOW_MS = 60_000;
/** Beyond this many keys the oldest are forgotten, so that guessing cannot fill the memory. */
const MAX_KEYS = 10_000;

interface Failures {
  readonly since: number;
  readonly count: number;
}

/**
 * Slows down guessing one account's password from one address: ten failures a minute.
 * By account and address together, so that neither a colleague behind the same address nor the
 * account's owner elsewhere is locked out by somebody else's guesses.
 */
@Injectable()
export class FailedSignIns {
  private readonly byKey = new Map<string, Failures>();

  /** @throws DomainError `rate_limited` when there were too many failures lately */
  check(username: string, address: string): void {
    const failures = this.recent(keyOf(username, address));
    if (!failures || failures.count < ALLOWED) return;
    throw rateLimited(Math.ceil((failures.since + WINDOW_MS - Date.now()) / 1_000));
  }

  /** Notes a failure; the window begins with the first one. */
  note(username: string, address: string): void {
    const key = keyOf(username, address);
    const { since, count } = this.recent(key) ?? { since: Date.now(), count: 0 };
    this.byKey.delete(key);
    this.byKey.set(key, { since, count: count + 1 });
    if (this.byKey.size > MAX_KEYS) this.byKey.delete(this.byKey.keys().next().value ?? '');
  }

  private recent(key: string): Failures | undefined {
    const failures = this.byKey.get(key);
    return failures && Date.now() - failures.since < WINDOW_MS ? failures : undefined;
  }
}

const keyOf = (username: string, address: string): string => `${address} ${username}`;
