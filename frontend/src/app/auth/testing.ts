import type { HttpTestingController } from '@angular/common/http/testing';
import type { Account, User } from '#shared';

/** A user for tests, with what a test does not care about filled in. */
export const aUser = (over: Partial<User> = {}): User => ({
  id: 'u-nora',
  username: 'nora',
  displayName: 'Nora Whitfield',
  about: null,
  avatarUrl: null,
  kind: 'human',
  createdAt: '2026-06-01T08:00:00.000Z',
  ...over,
});

export const anAccount = (over: Partial<Account> = {}): Account => ({
  user: aUser(),
  admin: false,
  settings: { sharePresence: true, shareReceipts: true },
  ...over,
});

/** A problem document and its status, as the arguments of `TestRequest.flush`. */
export const aProblem = (status: number, code: string, errors?: { path: string; message: string }[]) =>
  [
    { type: 'about:blank', title: 'Refused', status, code, detail: 'The server says no.', errors },
    { status, statusText: 'Refused' },
  ] as const;

/** The server's word for who is signed in, to a client that has just asked for it. */
export const tellWhoItIs = (http: HttpTestingController, account: Account | null): void =>
  http.expectOne('/api/v1/auth/session').flush({ account });
