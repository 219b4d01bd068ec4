import { Injectable } from '@nestjs/common';
import { inChunks } from '../common/chunks.js';
import { newId } from '../common/ids.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import type { Identity } from './identity.js';
import type { SessionEntity } from './session.entity.js';
import { hashToken, newToken } from './token.js';
import { SessionsRepository } from './sessions.repository.js';

const HOUR_MS = 60 * 60 * 1_000;
/** A session ends after this long without use. */
const LIFETIME_MS = 30 * 24 * HOUR_MS;
/** Use is noted this often at most, so that a read does not become a write. */
const NOTED_EVERY_MS = HOUR_MS;

@Injectable()
export class SessionsService {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /** Who a token speaks for, or null: no token, an unknown one, an expired session. */
  async authenticate(token: string | null): Promise<Identity | null> {
    if (token === null) return null;
    const session = await this.repository.findLive(hashToken(token), now());
    if (!session) return null;
    if (Date.now() - Date.parse(session.lastSeenAt) >= NOTED_EVERY_MS) await this.noteUse(session);
    return { userId: session.userId, sessionId: session.id };
  }

  /** Whether a session that was authenticated before still stands. */
  isLive(sessionId: string): Promise<boolean> {
    return this.repository.exists(sessionId, now());
  }

  /** Those of the sessions that have not ended. */
  async liveAmong(sessionIds: readonly string[]): Promise<Set<string>> {
    return new Set(await inChunks(sessionIds, (chunk) => this.repository.liveAmong(chunk, now())));
  }

  /** Begins a session as part of a transaction. @returns its token, which is told once and stored nowhere */
  async begin({ manager }: Transaction, userId: string): Promise<string> {
    const token = newToken();
    const time = now();
    await this.repository.deleteExpired(manager, time);
    await this.repository.insert(manager, {
      id: newId(),
      userId,
      tokenHash: hashToken(token),
      createdAt: time,
      lastSeenAt: time,
      expiresAt: expiryFromNow(),
    });
    return token;
  }

  /**
   * Ends a session and, once that is durable, its sockets.
   * @param reason what those sockets are told: a word for a program, as `signed_out`
   */
  async end({ manager, afterCommit }: Transaction, sessionId: string, reason: string): Promise<void> {
    if (!(await this.repository.delete(manager, sessionId))) return;
    afterCommit(() => this.bus.publish({ to: 'session', sessionId, reason }));
  }

  private noteUse({ id }: SessionEntity): Promise<void> {
    return this.unitOfWork.run(({ manager }) => this.repository.prolong(manager, id, now(), expiryFromNow()));
  }
}

const expiryFromNow = (): string => new Date(Date.now() + LIFETIME_MS).toISOString();
