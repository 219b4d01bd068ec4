import type { Room } from '#shared';
import { uniqueName, type Person } from './journey.js';

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
