import type { Membership, Preferences, Room, RoomFacts, Watermark } from '#shared';
import { presentUser } from '../auth/user.presenter.js';
import type { UserEntity } from '../auth/user.entity.js';
import type { MessageEntity } from './log/message.entity.js';
import { presentMessage } from './log/message.presenter.js';
import type { MemberEntity } from './member.entity.js';
import type { RoomEntity } from './room.entity.js';

/** A room as one user sees it. */
export interface RoomView extends RoomEntity {
  readonly me: MemberEntity | null;
  /** The places of unread messages that mention the user. */
  readonly mentions: readonly number[];
  readonly watermark: Watermark;
  readonly lastMessage: MessageEntity | null;
  readonly peer: UserEntity | null;
}

/** The wire shape of a room, for the user whose view it is. */
export const presentRoom = ({ me, mentions, lastMessage, watermark, peer, ...room }: RoomView): Room => ({
  id: room.id,
  ...presentFacts(room),
  lastSeq: room.lastSeq,
  rev: room.rev,
  createdAt: room.createdAt,
  // What is said in a public room is its members' alone.
  lastMessage: me && lastMessage && presentMessage(lastMessage),
  watermark,
  me: me && presentMembership(me, room.lastSeq, mentions),
  peer: peer && presentUser(peer),
});

/** What all members see alike: the part that `room.updated` carries. */
export const presentFacts = ({ kind, name, topic, memberCount }: Omit<RoomEntity, 'rev'>): RoomFacts => ({
  kind,
  name,
  topic,
  memberCount,
});

/** The wire shape of the user's own membership in a room that has come to `lastSeq`. */
export const presentMembership = (me: MemberEntity, lastSeq: number, mentions: readonly number[]): Membership => ({
  role: me.role,
  readSeq: me.readSeq,
  deliveredSeq: me.deliveredSeq,
  unread: lastSeq - me.readSeq,
  mentions: [...mentions],
  joinedAt: me.joinedAt,
  ...presentPreferences(me),
});

/** How the member keeps the room, which nobody else sees. */
export const presentPreferences = ({ mutedUntil, pinnedAt, archivedAt, markedUnread }: Preferences): Preferences => ({
  mutedUntil,
  pinnedAt,
  archivedAt,
  markedUnread,
});
