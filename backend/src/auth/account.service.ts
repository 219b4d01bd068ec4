import { Injectable } from '@nestjs/common';
import type { Account, UpdateAccountRequest } from '#shared';
import { invalid, notFound, unauthenticated } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import type { AvatarEntity } from './avatar.entity.js';
import { AvatarsRepository } from './avatars.repository.js';
import { pictureType } from './picture-type.js';
import type { UserEntity } from './user.entity.js';
import { presentAccount, presentUser } from './user.presenter.js';
import { UsersRepository } from './users.repository.js';

type Change = Partial<Pick<UserEntity, 'displayName' | 'about' | 'avatarId' | 'sharePresence' | 'shareReceipts'>>;

/** What people say and show of themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly users: UsersRepository,
    private readonly avatars: AvatarsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /** Changes what the request names. @throws DomainError `unauthenticated` if the account is gone */
  update(userId: string, { displayName, about, settings = {} }: UpdateAccountRequest): Promise<Account> {
    const { sharePresence, shareReceipts } = settings;
    const change: Change = {
      ...(displayName !== undefined && { displayName }),
      ...(about !== undefined && { about: about || null }),
      ...(sharePresence !== undefined && { sharePresence }),
      ...(shareReceipts !== undefined && { shareReceipts }),
    };
    return this.unitOfWork.run((transaction) => this.change(transaction, userId, change));
  }

  /**
   * Gives the user a picture in place of the one before.
   * @throws DomainError `validation_failed` for what is no PNG, JPEG or WebP
   */
  setAvatar(userId: string, bytes: Buffer): Promise<Account> {
    const type = pictureType(bytes);
    if (!type) throw invalid('', 'must be a picture: PNG, JPEG or WebP');
    const id = newId();
    return this.replaceAvatar(userId, { id, userId, type, bytes: bytes.toString('base64'), createdAt: now() });
  }

  /** Takes the user's picture away. */
  removeAvatar(userId: string): Promise<Account> {
    return this.replaceAvatar(userId, null);
  }

  /** A picture by its id. @throws DomainError `not_found` for one that is gone */
  async avatar(id: string): Promise<{ type: string; bytes: Buffer }> {
    const avatar = await this.avatars.find(id);
    if (!avatar) throw notFound();
    return { type: avatar.type, bytes: Buffer.from(avatar.bytes, 'base64') };
  }

  private replaceAvatar(userId: string, avatar: AvatarEntity | null): Promise<Account> {
    return this.unitOfWork.run(async (transaction) => {
      await this.avatars.replace(transaction.manager, userId, avatar);
      return this.change(transaction, userId, { avatarId: avatar?.id ?? null });
    });
  }

  /** Stores a change and tells of it: everybody of what everybody sees, the user's own sockets of the rest too. */
  private async change({ manager, afterCommit }: Transaction, userId: string, change: Change): Promise<Account> {
    const before = await this.users.findById(userId, manager);
    if (!before) throw unauthenticated();
    const after = { ...before, ...change };
    const account = presentAccount(after);
    if (isSame(account, presentAccount(before))) return account;
    await this.users.update(manager, userId, change);
    const { user } = account;
    if (!isSame(user, presentUser(before))) {
      afterCommit(() => this.bus.publish({ to: 'everyone', events: [{ type: 'user.updated', user }] }));
    }
    afterCommit(() => this.bus.publish({ to: 'user', userId, events: [{ type: 'account.updated', account }] }));
    return account;
  }
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
