import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessagesAnswer, type Room } from '#shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.js';
import { RawReader } from '../support/raw-reader.js';
import { RedisServer } from '../support/redis-server.js';
import type { ServerProcess } from '../support/server-process.js';
import { SocketClient } from '../support/socket-client.js';
import { Installation } from './support/installation.js';

const SERVICE_RESTART = 1012;
const WHOLE_STOP_MS = 10_000;
/** Within the patience of a write, 5 s. */
const LOCKED_MS = 3_500;

describe('a server that is told to stop', () => {
  let redis: RedisServer;
  let installation: Installation;
  let server: ServerProcess;
  let ada: Person;
  let room: Room;
  const open: { close: () => void }[] = [];

  beforeEach(async () => {
    redis = await RedisServer.prepare();
    await redis.start();
    installation = await Installation.create({ REDIS_URL: redis.url });
    server = await installation.start();
    ada = await installation.register('ada');
    room = await installation.createRoom(ada);
  });
  afterEach(async () => {
    for (const client of open.splice(0)) client.close();
    await installation.remove();
    await redis.remove();
  });

  const raw = async (): Promise<RawReader> => {
    const reader = await RawReader.connect(installation.url, { cookie: ada.cookie ?? '' });
    open.push(reader);
    return reader;
  };
  const message = (body: string) => ({ roomId: room.id, clientId: randomUUID(), body });

  /** Posts a message. Resolves once the server has taken the request. */
  async function takenPost(body: string): Promise<{ status: Promise<number | undefined> }> {
    const text = JSON.stringify({ clientId: randomUUID(), body });
    const headers = { 'content-type': 'application/json', 'content-length': text.length, cookie: ada.cookie ?? '' };
    const post = request(`${installation.url}/api/v1/rooms/${room.id}/messages`, {
      method: 'POST',
      headers: { ...headers, expect: '100-continue' },
    });
    const response = once(post, 'response') as Promise<[IncomingMessage]>;
    post.flushHeaders();
    await once(post, 'continue');
    post.end(text);
    return { status: response.then(([{ statusCode }]) => statusCode) };
  }

  /** @returns the exit code, once it is seen that it did not take too long */
  async function stopInTime(): Promise<number | null> {
    const begun = performance.now();
    const code = await server.stop('SIGTERM');
    expect(performance.now() - begun).toBeLessThan(WHOLE_STOP_MS);
    return code;
  }

  it('acknowledges what is under way over either transport, and closes the sockets with a code to come back', async () => {
    const client = await SocketClient.connect(installation.url, { token: ada.token });
    const reader = await raw();
    open.push(client);
    const sends = Array.from({ length: 200 }, (_, index) => client.request('message:send', message(`${index}`)));
    const drafts = Array.from({ length: 20 }, () => ({ clientId: randomUUID(), body: 'over REST' }));
    const post = (draft: object) => ada.post(`/rooms/${room.id}/messages`, draft);
    const posts = drafts.map(post);
    // The first is answered, so the others are under way.
    await Promise.all([Promise.race(sends), Promise.race(posts)]);
    const stopped = stopInTime();
    const answers = await Promise.all(sends);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    // A connection that the server had not taken yet is refused; on one that it had, there is an answer.
    for (const settled of await Promise.allSettled(posts)) {
      if (settled.status === 'fulfilled') expect(settled.value.status).toBe(201);
    }
    expect(await reader.closed()).toBe(SERVICE_RESTART);
    await client.closed();
    expect(await stopped).toBe(0);

    await installation.start();
    for (const draft of drafts) expect([200, 201]).toContain((await post(draft)).status);
    const log = (await ada.get(`/rooms/${room.id}/messages?limit=200`)).read(MessagesAnswer).items;
    expect(log.at(-1)?.seq).toBe(sends.length + drafts.length);
  });

  it('answers over REST what waits for a lock that another process holds, as long as a write may', async () => {
    const other = new Database(join(installation.dataDir, 'parley.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    const waiting = await takenPost('waits');
    const stopped = stopInTime();
    await delay(LOCKED_MS);
    other.exec('COMMIT');
    other.close();
    expect(await waiting.status).toBe(201);
    expect(await stopped).toBe(0);
  });

  it('takes no new connections', async () => {
    const stalled = await raw();
    stalled.pause();
    const stopped = stopInTime();
    const { port } = new URL(installation.url);
    const isRefused = async (): Promise<boolean> => {
      const socket = connectTcp(Number(port), '127.0.0.1');
      const [event] = await Promise.race([
        once(socket, 'connect').then(() => ['connect']),
        once(socket, 'error').then(() => ['error']),
      ]).catch(() => ['error']);
      socket.destroy();
      return event === 'error';
    };
    await expect.poll(isRefused, { timeout: 1_500, interval: 20 }).toBe(true);
    expect(server.hasEnded).toBe(false);
    expect(await stopped).toBe(0);
  });

  it('does not wait for a reader who takes nothing, nor for a visitor who asks for nothing', async () => {
    const stalled = await raw();
    stalled.pause();
    const body = 'x'.repeat(4_000);
    for (let count = 0; count < 800; count += 1) stalled.ask('message:send', message(body));
    const idle = connectTcp(Number(new URL(installation.url).port), '127.0.0.1');
    await once(idle, 'connect');
    await delay(500);
    expect(await stopInTime()).toBe(0);
    idle.destroy();
  });

  it('does not wait for a Redis that hangs', async () => {
    await raw();
    redis.pause();
    expect(await stopInTime()).toBe(0);
    redis.resume();
  });
});
