import type { Message, Room } from '#shared';
import { isArchived, isMuted } from '../rooms/preferences';
import { faceOf } from '../rooms/room-names';
import type { PersonFace } from '../ui/person-face';
import type { Facts } from './facts';
import { bodyOf, titleOf } from './notice-text';
import { isQuiet } from './quiet-time';
import type { RoomNews } from './room-news';

/** What one conversation tells somebody who does not look. */
export interface Notice {
  readonly roomId: string;
  /** The place of the newest message in it. */
  readonly seq: number;
  readonly title: string;
  readonly body: string;
  /** Who wrote last; null where that is not known. */
  readonly face: PersonFace | null;
  readonly isMention: boolean;
}

/** Whether news of a room is worth a notification, and what it says. Pure. */
export function decide(news: RoomNews, facts: Facts): Notice | null {
  if (facts.isLooking || facts.held === null) return null;
  const { room, log } = facts.held;
  const told = news.messages
    .map((message) => log[message.seq - (log[0]?.seq ?? 0)] ?? message)
    .filter((message) => isWorthTelling(message, room, facts));
  const last = told.at(-1);
  if (!last) return null;
  const count = told.length + (tellsAll(room, facts) ? news.untold : 0);
  const text = { count, messages: told, face: faceOf(room), isDirect: room.kind === 'direct' };
  return {
    roomId: room.id,
    seq: last.seq,
    title: titleOf(text, facts),
    body: bodyOf(text, facts),
    face: faceOfAuthor(last.senderId, facts),
    isMention: told.some((message) => mentions(message, facts)),
  };
}

function faceOfAuthor(id: string, { authorOf }: Facts): PersonFace | null {
  const author = authorOf(id);
  return author && { id, name: author.displayName, picture: author.avatarUrl };
}

function isWorthTelling(message: Message, room: Room, facts: Facts): boolean {
  if (message.senderId === facts.userId || message.kind !== 'text' || message.deletedAt !== null) return false;
  if (room.me === null || message.seq <= room.me.readSeq) return false;
  return tellsAll(room, facts) || (mentions(message, facts) && tellsMentions(room, facts));
}

/** Whether every message of a room is told. */
function tellsAll(room: Room, { now, settings }: Facts): boolean {
  if (isMuted(room.me, now) || isArchived(room, now) || isQuiet(now, settings.quiet)) return false;
  return settings.about === 'everything' || (settings.about === 'directAndMentions' && room.kind === 'direct');
}

/** Whether a message of a room is told that mentions the reader. */
function tellsMentions(room: Room, { now, settings }: Facts): boolean {
  if (settings.about === 'nothing' || isArchived(room, now)) return false;
  if (isQuiet(now, settings.quiet) && !settings.quiet.letsMentionsThrough) return false;
  return settings.mentionsInMuted || !isMuted(room.me, now);
}

const mentions = (message: Message, { userId }: Facts): boolean => message.mentions.includes(userId);
