import type { EventOf } from '#shared';
import { expect } from 'vitest';
import type { Person } from './person.js';
import type { SocketClient } from './socket-client.js';

type PresenceEvent = EventOf<'presence'>;

/** A killed instance's people have to be offline after half a minute; all else shows sooner. */
const LATEST_MS = 30_000;

/** All that a socket was told of somebody. */
export const presenceOf = (client: SocketClient, { id }: Person): PresenceEvent[] =>
  client.of('presence').filter(({ userId }) => userId === id);

/** Resolves with what was told last of somebody, once that is that they are online, or not. */
export async function becomes(client: SocketClient, of: Person, online: boolean): Promise<PresenceEvent | undefined> {
  const last = () => presenceOf(client, of).at(-1);
  await expect.poll(() => last()?.online, { timeout: LATEST_MS }).toBe(online);
  return last();
}

/** What is told of somebody who is not there. */
export const away = ({ id }: Person, lastSeenAt: string | null): PresenceEvent => ({
  type: 'presence',
  userId: id,
  online: false,
  lastSeenAt,
});
