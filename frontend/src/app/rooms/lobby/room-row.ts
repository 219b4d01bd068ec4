import type { Message, Room } from '#shared';
import { plainLine } from '../../core/text/plain-line';
import { listTime } from '../../ui/time-labels';
import type { TickState } from '../../ui/tick';
import { deliveryAt, reachOf } from '../receipts/delivery';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { activityWith } from '../outbox/outgoing';
import { isMuted } from '../preferences';
import { faceOf, type RoomFace } from '../room-names';
import { firstName, typingLabel } from '../signs/typing-label';

/** The second line of a row: what was said last, what is being typed there, what was begun here, or could not be sent. */
export interface Preview {
  readonly kind: 'said' | 'deleted' | 'typing' | 'draft' | 'refused';
  readonly text: string;
}

/** A conversation as the list shows it. */
export interface RoomRow extends RoomFace {
  readonly roomId: string;
  readonly isPrivate: boolean;
  readonly time: string;
  readonly preview: Preview;
  /** How far the reader's own last message has come; null under anything else. */
  readonly tick: TickState | null;
  readonly unread: number;
  readonly isMentioned: boolean;
  /** Set by the reader for a room that has nothing unread. */
  readonly isMarked: boolean;
  readonly isMuted: boolean;
  readonly isPinned: boolean;
  /** Whether the other one of a direct room is there. */
  readonly isOnline: boolean;
}

/** What a row is made of, beside the room itself. */
export interface RowContext {
  readonly userId: string;
  readonly now: Date;
  /** The display name of a user id, or null where it is not known. */
  nameOf: (userId: string) => string | null;
  isOnline: (userId: string) => boolean;
  /** The names of those who type in a room. */
  typistsIn: (roomId: string) => readonly string[];
  /** What was begun in a room's composer; empty for nothing. */
  draftOf: (roomId: string) => string;
  /** An own message that a room's log does not have yet. */
  outgoingIn: (room: Room) => OutboxEntry | null;
}

export function roomRow(room: Room, context: RowContext): RoomRow {
  const outgoing = context.outgoingIn(room);
  const preview = previewOf(room, outgoing, context);
  return {
    ...faceOf(room),
    ...keptAs(room, context.now),
    roomId: room.id,
    isPrivate: room.kind === 'private',
    time: listTime(activityWith(room, outgoing), context.now),
    preview,
    tick: preview.kind === 'said' ? tickOf(room, outgoing, context) : null,
    isOnline: room.peer !== null && context.isOnline(room.peer.id),
  };
}

/** What belongs to the reader alone. */
function keptAs(room: Room, now: Date) {
  const { me } = room;
  return {
    unread: me?.unread ?? 0,
    isMentioned: (me?.mentions.length ?? 0) > 0,
    isMarked: me?.unread === 0 && me.markedUnread,
    isMuted: isMuted(me, now),
    isPinned: me !== null && me.pinnedAt !== null,
  };
}

function tickOf(room: Room, outgoing: OutboxEntry | null, { userId }: RowContext): TickState | null {
  if (outgoing) return outgoing.state === 'waiting' ? 'pending' : outgoing.state;
  const last = room.lastMessage;
  return last?.kind === 'text' && last.senderId === userId ? deliveryAt(last.seq, reachOf(room)) : null;
}

/** Nothing is more urgent than somebody who types, then what could not be sent, then what was begun here. */
function previewOf(room: Room, outgoing: OutboxEntry | null, context: RowContext): Preview {
  const typing = typingLabel(context.typistsIn(room.id));
  if (typing) return { kind: 'typing', text: typing };
  if (outgoing?.state === 'failed') return { kind: 'refused', text: plainLine(outgoing.body) };
  const draft = context.draftOf(room.id);
  if (draft) return { kind: 'draft', text: plainLine(draft) };
  if (outgoing) return { kind: 'said', text: plainLine(outgoing.body) };
  const last = room.lastMessage;
  if (!last) return { kind: 'said', text: room.topic || $localize`:@@noMessagesYet:No messages yet` };
  return last.deletedAt
    ? { kind: 'deleted', text: deletedText(last, context) }
    : { kind: 'said', text: said(room, last, context) };
}

const deletedText = ({ senderId }: Message, { userId }: RowContext): string =>
  senderId === userId
    ? $localize`:@@youDeleted:You deleted this message`
    : $localize`:@@wasDeleted:This message was deleted`;

function said(room: Room, { senderId, kind, body }: Message, { userId, nameOf }: RowContext): string {
  const needsName = senderId !== userId && room.kind !== 'direct' && kind !== 'system';
  const name = needsName ? nameOf(senderId) : null;
  return name ? `${firstName(name)}: ${plainLine(body)}` : plainLine(body);
}
