import type { Member, Membership, Message, Room, User } from '#shared';

const AT = '2026-06-11T09:00:00.000Z';

export const user = (id: string, displayName: string): User => ({
  id,
  username: displayName.toLowerCase().replace(/\W+/gu, '.'),
  displayName,
  about: null,
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
  replyTo: null,
  mentions: [],
  createdAt: AT,
  editedAt: null,
  deletedAt: null,
  ...given,
});

export const membership = (given: Partial<Membership> = {}): Membership => ({
  role: 'member',
  readSeq: 0,
  deliveredSeq: 0,
  unread: 0,
  mentions: [],
  joinedAt: AT,
  mutedUntil: null,
  pinnedAt: null,
  archivedAt: null,
  markedUnread: false,
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
  watermark: { readSeq: 0, deliveredSeq: 0 },
  me: membership(),
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
