import { expect } from 'vitest';
import type { SocketClient } from './socket-client.js';

/**
 * Types in a room until a listener hears it. A sign is stored nowhere: one that falls into a hiccup of Redis is gone, and the next
 * brings it, as people who type give more than one.
 */
export async function typeUntilHeard(typist: SocketClient, roomId: string, listener: SocketClient): Promise<void> {
  const { userId } = typist.ready;
  const isHeard = async () => {
    expect(await typist.request('typing', { roomId, active: true })).toMatchObject({ ok: true });
    return listener.of('typing').some((sign) => sign.roomId === roomId && sign.userId === userId);
  };
  await expect.poll(isHeard, { timeout: 15_000, interval: 250 }).toBe(true);
}
