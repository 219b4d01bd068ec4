import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository, type EntityManager } from 'typeorm';
import { UserEntity } from './user.entity.js';

export type SeenRow = Pick<UserEntity, 'id' | 'sharePresence' | 'lastSeenAt'>;

@Injectable()
export class LastSeenRepository {
  constructor(@InjectRepository(UserEntity) private readonly rows: Repository<UserEntity>) {}

  of(ids: readonly string[]): Promise<SeenRow[]> {
    return this.rows.find({ select: { id: true, sharePresence: true, lastSeenAt: true }, where: { id: In([...ids]) } });
  }

  async note(manager: EntityManager, ids: readonly string[], time: string): Promise<void> {
    await manager.update(UserEntity, { id: In([...ids]) }, { lastSeenAt: time });
  }

  count(): Promise<number> {
    return this.rows.count();
  }
}
