import type { Account, User } from '#shared';
import type { UserEntity } from './user.entity.js';

/** The wire shape of a user; nothing else of the row leaves this rung. */
export const presentUser = (row: UserEntity): User => ({
  id: row.id,
  username: row.username,
  displayName: row.displayName,
  about: row.about,
  avatarUrl: row.avatarId && `/api/v1/avatars/${row.avatarId}`,
  kind: row.kind,
  createdAt: row.createdAt,
});

/** What the user alone is told of the own account. */
export const presentAccount = (row: UserEntity): Account => ({
  user: presentUser(row),
  admin: row.admin,
  settings: { sharePresence: row.sharePresence, shareReceipts: row.shareReceipts },
});
