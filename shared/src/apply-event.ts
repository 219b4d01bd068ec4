import type { DurableEvent, Event, EventOf, EventType } from './events.js';
import { LIMITS } from './limits.js';
import type { Changes } from './rest.js';
import { furthest, newestMe, withCursorsOf, withUnread, type Cursors } from './cursors.js';
import { joinLog, withMessage } from './log-window.js';
import type { Member, Message, Room, User, Watermark } from './shapes.js';
import type { Head } from './socket.js';

/** What a reader holds of one room. */
export interface RoomState {
  readonly room: Room;
  /** A window of the log without gaps, ascending by `seq`; it may end before `room.lastSeq`. */
  readonly log: readonly Message[];
  /** The present members that the reader has heard of, by user id. */
  readonly members: Readonly<Record<string, Member>>;
  /** The highest revision that the reader has heard of; above `room.rev` it has missed something. */
  readonly heardRev: number;
}

export interface Presence {
  readonly online: boolean;
  readonly lastSeenAt: string | null;
}

/** All that a reader holds, and all that events change. */
export interface ChatState {
  readonly userId: string;
  readonly rooms: Readonly<Record<string, RoomState>>;
  /** Who types where: user ids by room id. */
  readonly typing: Readonly<Record<string, readonly string[]>>;
  readonly presence: Readonly<Record<string, Presence>>;
}

export const emptyState = (userId: string): ChatState => ({ userId, rooms: {}, typing: {}, presence: {} });

export const roomState = (room: Room): RoomState => ({ room, log: [], members: {}, heardRev: room.rev });

/** True while the reader has missed something of this room and has to ask for its changes. */
export const isBehind = (state: RoomState): boolean => state.heardRev > state.room.rev;

/**
 * The meaning of one event: the state after it. Pure, shared by client and tests.
 * A durable event that is not news is ignored; one that leaves a gap in `rev` is not applied but
 * remembered in `heardRev`, until `applyChanges` closes the gap.
 */
export function applyEvent(state: ChatState, event: Event): ChatState {
  const handle = HANDLERS[event.type] as (state: ChatState, event: Event) => ChatState;
  return 'rev' in event ? applyInOrder(state, event, handle) : handle(state, event);
}

function applyInOrder(
  state: ChatState,
  event: DurableEvent,
  handle: (state: ChatState, event: Event) => ChatState,
): ChatState {
  const held = state.rooms[event.roomId];
  if (!held || event.rev <= held.room.rev) return state;
  const heard = updateRoom(state, event.roomId, (room) => ({ ...room, heardRev: Math.max(room.heardRev, event.rev) }));
  if (event.rev > held.room.rev + 1) return heard;
  return updateRoom(handle(heard, event), event.roomId, (room) => ({
    ...room,
    room: { ...room.room, rev: event.rev },
  }));
}

type Handlers = { [T in EventType]: (state: ChatState, event: EventOf<T>) => ChatState };

const HANDLERS: Handlers = {
  'message.created': (state, { roomId, message }) =>
    updateRoom(stopTyping(state, roomId, message.senderId), roomId, (held) => created(held, message, state.userId)),

  'message.updated': (state, { roomId, message }) =>
    updateRoom(state, roomId, (held) => updated(held, message, state.userId)),

  'room.updated': (state, { roomId, room }) =>
    updateRoom(state, roomId, (held) => ({ ...held, room: { ...held.room, ...room } })),

  'member.updated': (state, { roomId, member }) =>
    updateRoom(state, roomId, (held) => withMember(held, member, state.userId)),

  'room.added': (state, { room }) => {
    const held = state.rooms[room.id];
    if (held && held.room.rev >= room.rev) return state;
    return { ...state, rooms: { ...state.rooms, [room.id]: held ? { ...held, room } : roomState(room) } };
  },

  'room.removed': (state, { roomId }) => ({ ...state, rooms: without(state.rooms, roomId) }),

  'receipt.updated': (state, { roomId, userId, readSeq, deliveredSeq }) =>
    updateRoom(state, roomId, (held) => withCursors(held, userId, { readSeq, deliveredSeq }, state.userId)),

  'watermark.updated': (state, { roomId, readSeq, deliveredSeq }) =>
    updateRoom(state, roomId, (held) => withWatermark(held, { readSeq, deliveredSeq })),

  'membership.updated': (state, { roomId, me }) =>
    updateRoom(state, roomId, (held) => ({ ...held, room: { ...held.room, me: newestMe(held.room, me) } })),

  'user.updated': (state, { user }) => ({
    ...state,
    rooms: Object.fromEntries(Object.entries(state.rooms).map(([id, held]) => [id, withUser(held, user)])),
  }),

  'account.updated': (state) => state,

  typing: (state, { roomId, userId, active }) => {
    if (!active) return stopTyping(state, roomId, userId);
    const typists = state.typing[roomId] ?? [];
    if (typists.includes(userId)) return state;
    return { ...state, typing: { ...state.typing, [roomId]: [...typists, userId] } };
  },

  presence: (state, { userId, online, lastSeenAt }) => ({
    ...state,
    presence: { ...state.presence, [userId]: { online, lastSeenAt } },
  }),
};

/**
 * The state after an answer of `changes`. A `limited` answer keeps no log: the window is to be loaded afresh.
 * An answer that is older than what is held changes nothing.
 */
export function applyChanges(state: ChatState, { room, messages, members, limited }: Changes): ChatState {
  const held = state.rooms[room.id] ?? roomState(room);
  if (room.rev < held.room.rev) return state;
  const base: RoomState = { ...held, room, heardRev: Math.max(held.heardRev, room.rev) };
  // In the order of their places, since the window grows by one place at a time.
  const inPlace = [...messages].sort((a, b) => a.seq - b.seq);
  const withMessages = inPlace.reduce((next, message) => told(next, message, state.userId), base);
  const caughtUp = limited
    ? { ...base, log: [], members: {} }
    : members.reduce((next, member) => withMember(next, member, state.userId), withMessages);
  // The answer is the newest word on the reader's own membership, but for a cursor that has moved since it was given.
  const watermark = furthest(held.room.watermark, room.watermark);
  const newest = { ...room, watermark, me: room.me && newestMe({ ...held.room, lastSeq: room.lastSeq }, room.me) };
  return { ...state, rooms: { ...state.rooms, [room.id]: { ...caughtUp, room: newest } } };
}

/**
 * The state after `ready`: rooms that stand further than what is held are behind, rooms without a head are gone. Who
 * types and who is online is told anew.
 */
export function applyHeads(state: ChatState, heads: readonly Head[]): ChatState {
  const rooms: Record<string, RoomState> = {};
  for (const head of heads) {
    const held = state.rooms[head.roomId];
    if (held) rooms[head.roomId] = withHead(held, head, state.userId);
  }
  return { ...state, rooms, typing: {}, presence: {} };
}

function withHead(held: RoomState, head: Head, userId: string): RoomState {
  const { roomId: _id, rev, lastSeq: _last, watermark, readSeq, deliveredSeq, ...kept } = head;
  const told = withWatermark({ ...held, heardRev: Math.max(held.heardRev, rev) }, watermark);
  const me = told.room.me && { ...told.room.me, ...kept };
  return withCursors({ ...told, room: { ...told.room, me } }, userId, { readSeq, deliveredSeq }, userId);
}

/** The state after a page of history: it joins the window where both touch or overlap, and replaces it where not. */
export function applyHistory(state: ChatState, roomId: string, page: readonly Message[]): ChatState {
  return updateRoom(state, roomId, (held) => ({ ...held, log: joinLog(held.log, page) }));
}

function created(held: RoomState, message: Message, userId: string): RoomState {
  const room = { ...held.room, lastSeq: message.seq, lastMessage: message };
  return told({ ...held, room }, message, userId);
}

/** Takes a message in. Its sender has read the room up to it. */
function told(held: RoomState, message: Message, userId: string): RoomState {
  const cursors = { readSeq: message.seq, deliveredSeq: message.seq };
  const next = withMention({ ...held, log: withMessage(held.log, message) }, message, userId);
  return withCursors(next, message.senderId, cursors, userId);
}

function updated(held: RoomState, message: Message, userId: string): RoomState {
  const isLast = held.room.lastMessage?.id === message.id;
  const room = isLast ? { ...held.room, lastMessage: message } : held.room;
  return withMention({ ...held, room, log: withMessage(held.log, message) }, message, userId);
}

/** Keeps count of the unread messages that mention the reader: an edit may bring a mention or take it away. */
function withMention(held: RoomState, { seq, senderId, mentions }: Message, userId: string): RoomState {
  const { me } = held.room;
  if (!me) return held;
  const others = me.mentions.filter((place) => place !== seq);
  const isNews = seq > me.readSeq && senderId !== userId && mentions.includes(userId);
  if (!isNews && others.length === me.mentions.length) return held;
  const places = isNews ? [...others, seq].sort((a, b) => a - b).slice(-LIMITS.mentions) : others;
  return { ...held, room: { ...held.room, me: { ...me, mentions: places } } };
}

const withWatermark = (held: RoomState, news: Watermark): RoomState => ({
  ...held,
  room: { ...held.room, watermark: furthest(held.room.watermark, news) },
});

function withUser(held: RoomState, user: User): RoomState {
  const member = held.members[user.id];
  const isPeer = held.room.peer?.id === user.id;
  if (!member && !isPeer) return held;
  const members = member ? { ...held.members, [user.id]: { ...member, user } } : held.members;
  return { ...held, members, room: isPeer ? { ...held.room, peer: user } : held.room };
}

function withMember(held: RoomState, member: Member, userId: string): RoomState {
  const { user } = member;
  const known = held.members[user.id];
  const newest = known ? withCursorsOf(known, member) : member;
  const members = member.leftAt ? without(held.members, user.id) : { ...held.members, [user.id]: newest };
  const peer = held.room.peer?.id === user.id ? user : held.room.peer;
  const next = { ...held, members, room: { ...held.room, peer } };
  if (user.id !== userId || !next.room.me) return next;
  const me = { ...next.room.me, role: member.role, joinedAt: member.joinedAt };
  return withCursors({ ...next, room: { ...next.room, me } }, userId, member, userId);
}

/** Cursors only grow, so late news about them does no harm. */
function withCursors(held: RoomState, ownerId: string, news: Cursors, userId: string): RoomState {
  const member = held.members[ownerId];
  const members = member ? { ...held.members, [ownerId]: { ...member, ...furthest(member, news) } } : held.members;
  const me = held.room.me && (ownerId === userId ? { ...held.room.me, ...furthest(held.room.me, news) } : held.room.me);
  return { ...held, members, room: { ...held.room, me: me && withUnread(me, held.room.lastSeq) } };
}

function stopTyping(state: ChatState, roomId: string, userId: string): ChatState {
  const typists = state.typing[roomId];
  if (!typists?.includes(userId)) return state;
  return { ...state, typing: { ...state.typing, [roomId]: typists.filter((typist) => typist !== userId) } };
}

function updateRoom(state: ChatState, roomId: string, change: (held: RoomState) => RoomState): ChatState {
  const held = state.rooms[roomId];
  return held ? { ...state, rooms: { ...state.rooms, [roomId]: change(held) } } : state;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _dropped, ...rest } = record;
  return rest;
}
