import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabaseOn } from '../support/database.js';
import { PostgresServer } from '../support/postgres-server.js';
import { SocketClient } from '../support/socket-client.js';
import { Installation } from './support/installation.js';

describe('a server that is told to stop while PostgreSQL hangs', () => {
  let postgres: PostgresServer;
  let installation: Installation;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
    installation = await Installation.create(await freshDatabaseOn(postgres.url));
  });
  afterAll(async () => {
    postgres.unpause();
    await installation.remove();
    await postgres.stop();
  });

  it('is gone within ten seconds all the same, and nothing that it acknowledged is lost', async () => {
    const server = await installation.start();
    const ada = await installation.register('ada');
    const room = await installation.createRoom(ada);
    const client = await SocketClient.connect(installation.url, { token: ada.token });
    const send = (clientId: string) => client.request('message:send', { roomId: room.id, clientId, body: 'hello' });
    expect(await send(randomUUID())).toMatchObject({ ok: true });

    postgres.pause();
    const lost = randomUUID();
    const unanswered = send(lost).catch(() => undefined);
    await expect.poll(() => client.socket.sendBuffer.length).toBe(0);
    const begun = performance.now();
    await server.stop('SIGTERM');
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect((await unanswered)?.ok).not.toBe(true);

    postgres.unpause();
    await installation.start();
    const again = await ada.post(`/rooms/${room.id}/messages`, { clientId: lost, body: 'hello' });
    expect([200, 201]).toContain(again.status);
    expect(JSON.parse(again.text)).toMatchObject({ message: { seq: 2 } });
  });
});
