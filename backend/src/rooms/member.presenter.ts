import type { Member, User } from '#shared';
import type { MemberEntity } from './member.entity.js';

/** The wire shape of a member, present or gone. */
export const presentMember = (row: MemberEntity, user: User): Member => ({
  user,
  role: row.role,
  readSeq: row.shownReadSeq,
  deliveredSeq: row.deliveredSeq,
  joinedAt: row.joinedAt,
  leftAt: row.leftAt,
});
