import { Injectable } from '@nestjs/common';
import { Username, type Account, type Page, type User, type UsersQuery } from '#shared';
import { unauthenticated } from '../common/domain-error.js';
import { cutPage, pageRequest } from '../common/page.js';
import { presentAccount, presentUser } from './user.presenter.js';
import { UsersRepository } from './users.repository.js';

@Injectable()
export class UsersService {
  constructor(private readonly repository: UsersRepository) {}

  /** The user behind an identity. @throws DomainError `unauthenticated` if the account is gone */
  async self(userId: string): Promise<User> {
    return (await this.account(userId)).user;
  }

  /** The user's own account. @throws DomainError `unauthenticated` if it is gone */
  async account(userId: string): Promise<Account> {
    const user = await this.repository.findById(userId);
    if (!user) throw unauthenticated();
    return presentAccount(user);
  }

  /** Users by id; an unknown id is left out. */
  async byIds(ids: readonly string[]): Promise<Map<string, User>> {
    const users = ids.length === 0 ? [] : await this.repository.findByIds(ids);
    return new Map(users.map((user) => [user.id, presentUser(user)]));
  }

  /** A page of the people here: all of them, those who match `q`, or those of `ids`, who fit into one. */
  async search({ ids, ...query }: UsersQuery): Promise<Page<User>> {
    if (ids !== undefined) return { items: [...(await this.byIds(ids.split(','))).values()], next: null };
    // The list is in the order of usernames, so a username is its cursor.
    const page = pageRequest(query, Username);
    const users = await this.repository.search(query.q ?? '', page);
    const { rows, next } = cutPage(users, page, (user) => user.username);
    return { items: rows.map(presentUser), next };
  }
}
