import {
  applyChanges,
  applyEvent,
  applyHeads,
  emptyState,
  isBehind,
  type ChatState,
  type RoomState,
} from '../apply-event.js';
import type { Event } from '../events.js';
import { RoomModel } from './room-model.js';

/** Whose state the tests look at: the owner of the room. */
export const READER = 'reader';

/** Something that happens in a room, with the events that it makes. */
export type Act = (room: RoomModel) => Event[];

/** A room after all of this has happened in it. */
export const roomAfter = (acts: readonly Act[]): RoomModel => {
  const room = new RoomModel(READER);
  for (const act of acts) act(room);
  return room;
};

/** All that a reader gets who loads the room now. */
export const fetched = (room: RoomModel): ChatState => applyChanges(emptyState(READER), room.changes(READER, 0));

export const applied = (state: ChatState, events: readonly Event[]): ChatState => events.reduce(applyEvent, state);

export const held = (state: ChatState): RoomState => state.rooms['room'] as RoomState;

/** What a client does after `ready`: asks for what it has missed. */
export function caughtUp(state: ChatState, room: RoomModel): ChatState {
  const told = applyHeads(state, [room.head(READER)]);
  return isBehind(held(told)) ? applyChanges(told, room.changes(READER, held(told).room.rev)) : told;
}
