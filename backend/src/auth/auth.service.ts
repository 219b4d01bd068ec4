import { Injectable } from '@nestjs/common';
import type { Account, LoginRequest, RegisterRequest } from '#shared';
import { DomainError, conflict, invalid } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { FailedSignIns } from './failed-sign-ins.js';
import type { Identity } from './identity.js';
import { passwordWeakness } from './password-policy.js';
import { hashPassword, pretendToVerify, verifyPassword } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import type { UserEntity } from './user.entity.js';
import { presentAccount } from './user.presenter.js';
import { UsersRepository } from './users.repository.js';

/** A session that has just begun: whose it is, and the token that is told once. */
export interface SignedIn {
  readonly account: Account;
  readonly token: string;
}

export const wrongCredentials = (): DomainError =>
  new DomainError('unauthenticated', 'The username or the password is wrong.');

const takenUsername = (): DomainError => conflict('username', 'is already taken');

/** Registering, signing in, signing out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly failures: FailedSignIns,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Makes an account and signs it in.
   * @param current the session that the same browser held until now, if any; it ends
   * @throws DomainError `validation_failed` for a weak password, `conflict` for a taken username
   */
  async register(request: RegisterRequest, current: Identity | null): Promise<SignedIn> {
    const weakness = passwordWeakness(request.password, request.username);
    if (weakness) throw invalid('password', weakness);
    if (await this.users.findByUsername(request.username)) throw takenUsername();
    const user = await newUser(request);
    return this.unitOfWork.run(async (transaction) => {
      const stored = await this.users.claim(transaction.manager, user);
      if (!stored) throw takenUsername();
      return this.rotate(transaction, stored, current);
    });
  }

  /**
   * The user whose username and password these are.
   * @throws DomainError `unauthenticated` if they do not fit together, `rate_limited` after too many failures
   */
  async verify(credentials: LoginRequest, address: string): Promise<UserEntity> {
    const username = credentials.username.trim().toLowerCase();
    this.failures.check(username, address);
    const user = await this.users.findByUsername(username);
    if (user && (await verifyPassword(user.passwordHash, credentials.password))) return user;
    if (!user) await pretendToVerify(credentials.password);
    this.failures.note(username, address);
    throw wrongCredentials();
  }

  /** Signs a verified user in under a new session; the one that the same browser held until now ends. */
  signIn(user: UserEntity, current: Identity | null): Promise<SignedIn> {
    return this.unitOfWork.run((transaction) => this.rotate(transaction, user, current));
  }

  /** Ends a session and its sockets. */
  signOut({ sessionId }: Identity): Promise<void> {
    return this.unitOfWork.run((transaction) => this.sessions.end(transaction, sessionId, 'signed_out'));
  }

  private async rotate(transaction: Transaction, user: UserEntity, current: Identity | null): Promise<SignedIn> {
    if (current) await this.sessions.end(transaction, current.sessionId, 'signed_in_again');
    return { account: presentAccount(user), token: await this.sessions.begin(transaction, user.id) };
  }
}

async function newUser({ username, password, displayName = username }: RegisterRequest): Promise<UserEntity> {
  return {
    id: newId(),
    username,
    displayName,
    passwordHash: await hashPassword(password),
    kind: 'human',
    createdAt: now(),
    about: null,
    avatarId: null,
    admin: false,
    sharePresence: true,
    shareReceipts: true,
    lastSeenAt: null,
  };
}
