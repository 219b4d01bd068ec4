import { roomState, withCursorsOf, type ChatState, type Member, type Room, type RoomState } from '#shared';

// Steps that only a client takes, beside those of `shared`; pure like them.

/** The state with what this device has kept of these rooms; what is held already is newer. */
export function withKept(state: ChatState, rooms: readonly RoomState[]): ChatState {
  return { ...state, rooms: { ...Object.fromEntries(rooms.map((kept) => [kept.room.id, kept])), ...state.rooms } };
}

/**
 * The state with these rooms in it. One that is held already is not overwritten: it hears how far the room has come.
 *
 * @param heard revisions that were told of before their room was held
 */
export function withRooms(state: ChatState, rooms: readonly Room[], heard: ReadonlyMap<string, number>): ChatState {
  const known = { ...state.rooms };
  for (const room of rooms) {
    const held = known[room.id] ?? roomState(room);
    known[room.id] = { ...held, heardRev: Math.max(held.heardRev, room.rev, heard.get(room.id) ?? 0) };
  }
  return { ...state, rooms: known };
}

/** The state with a page of a room's members; cursors that are held and further on stay. */
export function withMembers(state: ChatState, roomId: string, page: readonly Member[]): ChatState {
  return updated(state, roomId, (held) => {
    const members = { ...held.members };
    for (const member of page) {
      const known = held.members[member.user.id];
      members[member.user.id] = known ? withCursorsOf(known, member) : member;
    }
    return { ...held, members };
  });
}

/** The state without how far anybody else has read; what they have received stays. */
export function withoutReads(state: ChatState): ChatState {
  const unread = (member: Member): Member => (member.user.id === state.userId ? member : { ...member, readSeq: 0 });
  const forget = (held: RoomState): RoomState => ({
    ...held,
    room: { ...held.room, watermark: { ...held.room.watermark, readSeq: 0 } },
    members: Object.fromEntries(Object.entries(held.members).map(([id, member]) => [id, unread(member)])),
  });
  return { ...state, rooms: Object.fromEntries(Object.entries(state.rooms).map(([id, held]) => [id, forget(held)])) };
}

function updated(state: ChatState, roomId: string, change: (held: RoomState) => RoomState): ChatState {
  const held = state.rooms[roomId];
  return held ? { ...state, rooms: { ...state.rooms, [roomId]: change(held) } } : state;
}
