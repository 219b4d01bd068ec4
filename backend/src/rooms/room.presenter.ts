import type { Room, RoomFacts, Membership } from '#shared';
import { presentUser } from '../auth/user.presenter.js';
import type { UserEntity } from '../auth/user.entity.js';
import type { MessageEntity } from './log/message.entity.js';
import { presentMessage } from './log/message.presenter.js';
import type { MemberEntity } from './member.entity.js';
import type { RoomEntity } from './room.entity.js';

/** A room as one user sees it. */
export interface RoomView extends RoomEntity {
  readonly me: MemberEntity | null;
  readonly lastMessage: MessageEntity | null;
  readonly peer: UserEntity | null;
}

/** The wire shape of a room, for the user whose view it is. */
export const presentRoom = ({ me, lastMessage, peer, ...room }: RoomView): Room => ({
  id: room.id,
  ...presentFacts(room),
  lastSeq: room.lastSeq,
  rev: room.rev,
  createdAt: room.createdAt,
  // What is said in a public room is its members' alone.
  lastMessage: me && lastMessage && presentMessage(lastMessage),
  me: me && presentMembership(me, room.lastSeq),
  peer: peer && presentUser(peer),
});

/** What all members see alike: the part that `room.updated` carries. */
export const presentFacts = ({ kind, name, topic, memberCount }: Omit<RoomEntity, 'rev'>): RoomFacts => ({
  kind,
  name,
  topic,
  memberCount,
});

const presentMembership = ({ role, readSeq, deliveredSeq, joinedAt }: MemberEntity, lastSeq: number): Membership => ({
  role,
  readSeq,
  deliveredSeq,
  unread: lastSeq - readSeq,
  joinedAt,
});
