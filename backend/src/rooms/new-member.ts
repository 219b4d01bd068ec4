import type { Role } from '#shared';
import type { MemberEntity } from './member.entity.js';

interface Entry {
  readonly roomId: string;
  readonly userId: string;
  readonly role: Role;
  /** The room's revision of the entry. */
  readonly rev: number;
  readonly joinedAt: string;
  /** Where the log stands: what was said before is read already. */
  readonly lastSeq: number;
}

/** The membership of one who enters a room, as if for the first time. */
export const newMember = ({ lastSeq, ...entry }: Entry): MemberEntity => ({
  ...entry,
  readSeq: lastSeq,
  shownReadSeq: lastSeq,
  deliveredSeq: lastSeq,
  leftAt: null,
  mutedUntil: null,
  pinnedAt: null,
  archivedAt: null,
  markedUnread: false,
});
