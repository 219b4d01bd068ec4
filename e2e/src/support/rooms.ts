import type { Room } from '#shared';
import { Conversation } from '../pages/conversation.js';
import { uniqueName, type Person } from './journey.js';

/** The same room, open in two browsers. */
export type Talks = readonly [Conversation, Conversation];

/** A public room with these people in it; its name begins as given. */
export async function roomOf(
  name: string,
  owner: Person,
  ...others: readonly Person[]
): Promise<Room & { name: string }> {
  const room = await owner.api.createRoom({ name: uniqueName(name), kind: 'public' });
  for (const { api } of others) await api.join(room.id);
  return { ...room, name: room.name ?? '' };
}

/** A public room of the two, open in both browsers. */
export async function together(
  name: string,
  owner: Person,
  other: Person,
): Promise<{ room: Room & { name: string }; talks: Talks }> {
  const room = await roomOf(name, owner, other);
  return { room, talks: await openBoth(room, owner, other) };
}

/** Opens a room of the two in both browsers. */
export async function openBoth(room: Room, one: Person, other: Person): Promise<Talks> {
  const talks: Talks = [new Conversation(one.page), new Conversation(other.page)];
  for (const talk of talks) await talk.open(room.id);
  return talks;
}
