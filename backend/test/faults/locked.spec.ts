import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessagesAnswer, type Room } from '#shared';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/client.js';
import type { Person } from '../support/person.js';
import type { ServerProcess } from '../support/server-process.js';
import { SocketClient } from '../support/socket-client.js';
import { Installation } from './support/installation.js';

const LOCKED_MS = 10_000;
/** The patience of a write, and a little. */
const ANSWERED_WITHIN_MS = 6_500;
const LONGEST_BLOCK_MS = 150;
const WRITERS = 50;

describe('a SQLite file that another process has locked for ten seconds', () => {
  let installation: Installation;
  let server: ServerProcess;
  let ada: Person;
  let room: Room;
  let socket: SocketClient;

  beforeAll(async () => {
    installation = await Installation.create();
    server = await installation.start('loop-delay.mjs');
    ada = await installation.register('ada');
    room = await installation.createRoom(ada);
    socket = await SocketClient.connect(installation.url, { token: ada.token });
    expect(await send()).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    socket.close();
    await installation.remove();
  });

  const send = () => socket.request('message:send', { roomId: room.id, clientId: randomUUID(), body: 'hello' });
  const post = () => ada.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body: 'hello' });
  const edit = (messageId: string, body: string) => ada.patch(`/rooms/${room.id}/messages/${messageId}`, { body });
  const read = () => ada.get(`/rooms/${room.id}/messages`);

  /** How long something took, in milliseconds, with what came of it. */
  async function timed<T>(work: Promise<T>): Promise<{ result: T; took: number }> {
    const begun = performance.now();
    return { result: await work, took: performance.now() - begun };
  }

  it('lets reads go on, has every write answered in time, blocks nobody, and is forgotten afterwards', async () => {
    const { items } = (await read()).read(MessagesAnswer);
    const other = new Database(join(installation.dataDir, 'parley.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    const unlocked = delay(LOCKED_MS).then(() => {
      other.exec('COMMIT');
      other.close();
    });

    // Edits do not share a commit: each is a write of its own, one behind the other.
    const edits = Array.from({ length: WRITERS }, (_, index) => timed(edit(items[0]?.id ?? '', `edit ${index}`)));
    const sends = Array.from({ length: 20 }, () => timed(send()));
    const page = await timed<Answer>(read());
    expect(page.result.status).toBe(200);
    expect(page.took).toBeLessThan(1_000);
    expect((await ada.get('//health/ready')).status).toBe(200);
    // All have arrived, which is work of its own; from here on it is the lock alone that could block.
    await server.ask('the delay');

    for (const { result, took } of await Promise.all(edits)) {
      expect(result.problem.code).toBe('unavailable');
      expect(took).toBeLessThan(ANSWERED_WITHIN_MS);
    }
    for (const { result, took } of await Promise.all(sends)) {
      expect(result).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(took).toBeLessThan(ANSWERED_WITHIN_MS);
    }

    // Who asks with less than the patience left of the lock is let in at its end.
    await delay(500);
    const patient = send();
    expect(await patient).toMatchObject({ ok: true });
    await unlocked;
    expect(await server.ask('the delay')).toBeLessThan(LONGEST_BLOCK_MS);
    expect((await post()).status).toBe(201);
    expect((await edit(items[0]?.id ?? '', 'at last')).status).toBe(200);
  });
});
