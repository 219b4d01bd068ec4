import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository, type EntityManager } from 'typeorm';
import { rowsToRead, type PageRequest } from '../common/page.js';
import { namedLike } from './named-like.js';
import { UserEntity } from './user.entity.js';

/** Any number that no other program in the same database, nor a migration, uses for a lock of its own. */
const FIRST_ACCOUNT_LOCK = 7_275_397;

@Injectable()
export class UsersRepository {
  constructor(@InjectRepository(UserEntity) private readonly rows: Repository<UserEntity>) {}

  findById(id: string, manager = this.rows.manager): Promise<UserEntity | null> {
    return manager.findOneBy(UserEntity, { id });
  }

  async update(manager: EntityManager, id: string, change: Partial<UserEntity>): Promise<void> {
    await manager.update(UserEntity, { id }, change);
  }

  findByIds(ids: readonly string[]): Promise<UserEntity[]> {
    return this.rows.findBy({ id: In([...ids]) });
  }

  findByUsername(username: string): Promise<UserEntity | null> {
    return this.rows.findOneBy({ username });
  }

  /**
   * Stores a user unless the username is taken, by whichever instance. The first account becomes the admin: of two that
   * come at once, the one whose turn came first.
   * @returns what was stored, or null where the name was taken
   */
  async claim(manager: EntityManager, user: UserEntity): Promise<UserEntity | null> {
    await manager.createQueryBuilder().insert().into(UserEntity).values(user).orIgnore().execute();
    if (await this.isFirst(manager)) await manager.update(UserEntity, { id: user.id }, { admin: true });
    return manager.findOneBy(UserEntity, { id: user.id });
  }

  /** People whose username or display name contains `text`, by username. */
  search(text: string, page: PageRequest<string>): Promise<UserEntity[]> {
    const people = this.rows.createQueryBuilder('user').orderBy('user.username').limit(rowsToRead(page));
    const query = namedLike(people, 'user', text);
    if (page.after !== null) query.andWhere('user.username > :after', { after: page.after });
    return query.getMany();
  }

  /** Accounts that come at once on PostgreSQL take turns, until their transactions end; SQLite has one writer. */
  private async isFirst(manager: EntityManager): Promise<boolean> {
    const hasAdmin = () => manager.existsBy(UserEntity, { admin: true });
    if (await hasAdmin()) return false;
    if (manager.dataSource.options.type !== 'postgres') return true;
    await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_ACCOUNT_LOCK]);
    return !(await hasAdmin());
  }
}
