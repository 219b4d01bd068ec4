import type { User } from '#shared';
import type { UserEntity } from './user.entity.js';

/** The wire shape of a user; nothing else of the row leaves this rung. */
export const presentUser = (row: UserEntity): User => ({
  id: row.id,
  username: row.username,
  displayName: row.displayName,
  avatarUrl: null,
  kind: row.kind,
  createdAt: row.createdAt,
});
