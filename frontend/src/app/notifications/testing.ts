import { emptyState, roomState, type ChatState, type Message, type RoomState } from '#shared';
import { grace, membership, message, nora, room } from '../rooms/testing/builders';
import type { Facts } from './facts';
import { NOTIFICATIONS_AT_FIRST, type NotificationSettings } from '../core/notification-settings';
import type { RoomNews } from './room-news';

/** A room as it is held, with these messages at the end of its log. */
export const heldRoom = (messages: readonly Message[], given: Parameters<typeof room>[0] = {}): RoomState => {
  const last = messages.at(-1) ?? null;
  const whole = room({ lastSeq: last?.seq ?? 0, rev: last?.seq ?? 0, lastMessage: last, ...given });
  return { ...roomState(whole), log: messages };
};

/** What Nora holds. */
export const held = (...rooms: readonly RoomState[]): ChatState => ({
  ...emptyState(nora.id),
  rooms: Object.fromEntries(rooms.map((each) => [each.room.id, each])),
});

/** News of a room from these messages, which stand in its log. */
export const newsOf = (state: RoomState, untold = 0): RoomNews => ({ room: state.room, messages: state.log, untold });

/** Noon on a Thursday, somebody who does not look, and settings as they are at first. */
export const facts = (state: RoomState | null, given: Partial<Facts> = {}): Facts => ({
  userId: nora.id,
  now: new Date(2026, 5, 11, 12),
  settings: NOTIFICATIONS_AT_FIRST,
  isLooking: false,
  held: state,
  authorOf: (id) => [nora, grace].find((user) => user.id === id) ?? null,
  ...given,
});

export const settings = (given: Partial<NotificationSettings>): NotificationSettings => ({
  ...NOTIFICATIONS_AT_FIRST,
  ...given,
});

export { grace, membership, message, nora, room };
