import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThanOrEqual, MoreThan, Repository, type EntityManager } from 'typeorm';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(@InjectRepository(SessionEntity) private readonly rows: Repository<SessionEntity>) {}

  /** The session of a token, unless it has expired by `time`. */
  findLive(tokenHash: string, time: string): Promise<SessionEntity | null> {
    return this.rows.findOneBy({ tokenHash, expiresAt: MoreThan(time) });
  }

  exists(id: string, time: string): Promise<boolean> {
    return this.rows.existsBy({ id, expiresAt: MoreThan(time) });
  }

  /** The ids of those sessions that are there, and have not expired by `time`. */
  async liveAmong(ids: readonly string[], time: string): Promise<string[]> {
    const rows = await this.rows.find({ select: { id: true }, where: { id: In([...ids]), expiresAt: MoreThan(time) } });
    return rows.map(({ id }) => id);
  }

  async insert(manager: EntityManager, session: SessionEntity): Promise<void> {
    await manager.insert(SessionEntity, session);
  }

  async prolong(manager: EntityManager, id: string, lastSeenAt: string, expiresAt: string): Promise<void> {
    await manager.update(SessionEntity, { id }, { lastSeenAt, expiresAt });
  }

  /** Deletes a session. @returns whether it was there */
  async delete(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(SessionEntity, { id });
    return affected !== 0;
  }

  async deleteExpired(manager: EntityManager, time: string): Promise<void> {
    await manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(time) });
  }
}
