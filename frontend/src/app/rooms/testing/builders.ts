import type { Member, Message, Room, User } from '#shared';

const AT = '2026-06-11T09:00:00.000Z';

export const user = (id: string, displayName: string): User => ({
  id,
  username: displayName.toLowerCase().replace(/\W+/gu, '.'),
  displayName,
  avatarUrl: null,
  kind: 'human',
  createdAt: AT,
});

export const nora = user('u-nora', 'Nora Whitfield');
export const grace = user('u-grace', 'Grace Lindqvist');

export const message = (seq: number, given: Partial<Message> = {}): Message => ({
  id: `m-${seq}`,
  roomId: 'r-1',
  seq,
  rev: seq,
  senderId: grace.id,
  clientId: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  kind: 'text',
  body: `Message ${seq}`,
  createdAt: AT,
  editedAt: null,
  deletedAt: null,
  ...given,
});

export const room = (given: Partial<Room> = {}): Room => ({
  id: 'r-1',
  kind: 'public',
  name: 'Release 2.8',
  topic: null,
  memberCount: 2,
  lastSeq: 0,
  rev: 0,
  createdAt: AT,
  lastMessage: null,
  me: { role: 'member', readSeq: 0, deliveredSeq: 0, unread: 0, joinedAt: AT },
  peer: null,
  ...given,
});

export const member = (who: User, given: Partial<Member> = {}): Member => ({
  user: who,
  role: 'member',
  readSeq: 0,
  deliveredSeq: 0,
  joinedAt: AT,
  leftAt: null,
  ...given,
});
