import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type EntityManager } from 'typeorm';
import { AvatarEntity } from './avatar.entity.js';

@Injectable()
export class AvatarsRepository {
  constructor(@InjectRepository(AvatarEntity) private readonly rows: Repository<AvatarEntity>) {}

  find(id: string): Promise<AvatarEntity | null> {
    return this.rows.findOneBy({ id });
  }

  /** Leaves this picture as the user's only one, or none. */
  async replace(manager: EntityManager, userId: string, avatar: AvatarEntity | null): Promise<void> {
    await manager.delete(AvatarEntity, { userId });
    if (avatar) await manager.insert(AvatarEntity, avatar);
  }
}
