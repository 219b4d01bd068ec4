import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageAnswer, type Room } from '#shared';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.js';
import type { ServerProcess } from '../support/server-process.js';
import { SocketClient } from '../support/socket-client.js';
import { Installation } from './support/installation.js';

const LOCKED_MS = 10_000;
/** The patience of a write, 5 s, and what a busy machine may add. */
const ANSWERED_WITHIN_MS = 12_000;
/** Well below the patience. */
const LEFT_FOR_THE_PATIENT_MS = 1_000;
const LONGEST_BLOCK_MS = 150;
const EDITS = 50;
const SENDS = 20;

describe('a SQLite file that another process has locked for ten seconds', () => {
  let installation: Installation;
  let server: ServerProcess;
  let ada: Person;
  let room: Room;
  let socket: SocketClient;
  let messageId: string;

  beforeAll(async () => {
    installation = await Installation.create();
    server = await installation.start('loop-delay.mjs');
    ada = await installation.register('ada');
    room = await installation.createRoom(ada);
    socket = await SocketClient.connect(installation.url, { token: ada.token });
    messageId = (await post()).read(MessageAnswer).message.id;
  });
  afterAll(async () => {
    socket.close();
    await installation.remove();
  });

  const send = () => socket.request('message:send', { roomId: room.id, clientId: randomUUID(), body: 'hello' });
  const post = () => ada.say(room.id, 'hello');
  const edit = (index: number) => ada.patch(`/rooms/${room.id}/messages/${messageId}`, { body: `edit ${index}` });
  const read = () => ada.get(`/rooms/${room.id}/messages`);

  /** The longest time that the event loop was held since this was last asked. */
  const longestDelay = async () => Number(await server.ask('the longest delay'));

  /**
   * Begins so many writes of a kind, and reads after each: many at the same moment would be work that the test makes, not the
   * lock. Resolves with all once the last has begun; what waited for the lock would never resolve.
   */
  async function amongReads<T>(count: number, begin: (index: number) => Promise<T>): Promise<Promise<T>[]> {
    const begun: Promise<T>[] = [];
    for (let index = 0; index < count; index += 1) {
      begun.push(begin(index));
      expect((await read()).status).toBe(200);
    }
    return begun;
  }

  /** How long something took, in milliseconds, with what came of it. */
  async function timed<T>(work: Promise<T>): Promise<{ result: T; took: number }> {
    const begun = performance.now();
    return { result: await work, took: performance.now() - begun };
  }

  it('lets reads go on, has every write answered in time, blocks nobody, and is forgotten afterwards', async () => {
    // The same without a lock: what this machine takes for the work itself.
    await longestDelay();
    await Promise.all([...(await amongReads(EDITS, edit)), ...(await amongReads(SENDS, send))]);
    const before = await longestDelay();

    const other = new Database(join(installation.dataDir, 'parley.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    const lockedAt = performance.now();
    const lockIsOld = (age: number) => delay(age - (performance.now() - lockedAt));
    // The file is locked, and nobody has written yet.
    await longestDelay();

    // Edits do not share a commit: each is a write of its own, one behind the other.
    const edits = await amongReads(EDITS, (index) => timed(edit(index)));
    const sends = await amongReads(SENDS, () => timed(send()));
    expect((await ada.get('//health/ready')).status).toBe(200);

    for (const { result, took } of await Promise.all(edits)) {
      expect(result.problem.code).toBe('unavailable');
      expect(took).toBeLessThan(ANSWERED_WITHIN_MS);
    }
    for (const { result, took } of await Promise.all(sends)) {
      expect(result).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(took).toBeLessThan(ANSWERED_WITHIN_MS);
    }

    // Who asks with less than the patience left of the lock is let in at its end.
    await lockIsOld(LOCKED_MS - LEFT_FOR_THE_PATIENT_MS);
    const patient = send();
    await lockIsOld(LOCKED_MS);
    other.exec('COMMIT');
    other.close();
    expect(await patient).toMatchObject({ ok: true });
    expect((await longestDelay()) - before).toBeLessThan(LONGEST_BLOCK_MS);
    expect((await post()).status).toBe(201);
    expect((await edit(EDITS)).status).toBe(200);
  });
});
