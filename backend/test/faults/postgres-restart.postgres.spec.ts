import { setTimeout as delay } from 'node:timers/promises';
import type { Room } from '#shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabaseOn } from '../support/database.js';
import type { Person } from '../support/person.js';
import { PostgresServer } from '../support/postgres-server.js';
import { Reader } from '../support/reader.js';
import type { ServerProcess } from '../support/server-process.js';
import { effort } from './support/effort.js';
import { Installation } from './support/installation.js';
import { expectWholeLog } from './support/log-check.js';
import { PersistentSender } from './support/persistent-sender.js';

const SENDERS = 4;
/** How long PostgreSQL is away each time. */
const AWAY_MS = 1_000;

describe('a PostgreSQL that breaks off under load and comes back', () => {
  let postgres: PostgresServer;
  let installation: Installation;
  let server: ServerProcess;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeEach(async () => {
    postgres = await PostgresServer.start();
    installation = await Installation.create(await freshDatabaseOn(postgres.url));
    server = await installation.start();
    [ada, ben] = [await installation.register('ada'), await installation.register('ben')];
    room = await installation.createRoom(ada, ben);
  });
  afterEach(async () => {
    await installation.remove();
    await postgres.stop();
  });

  it('costs no acknowledged message, is told to who sends meanwhile, and heals by itself', async () => {
    const reader = new Reader(ben);
    await reader.hold(room.id);
    await reader.connect();
    const senders = Array.from({ length: SENDERS }, () => new PersistentSender(ada, room.id));
    let isOver = false;
    const sending = Promise.all(senders.map((sender) => sender.sendUntil(() => isOver)));
    for (let crashes = 0; crashes < effort(3, 15); crashes += 1) {
      await delay(500);
      await postgres.crash();
      expect((await ada.get('//health/ready')).status).toBe(503);
      await delay(AWAY_MS);
      await postgres.resume();
      await expect.poll(async () => (await ada.get('//health/ready')).status, { timeout: 10_000 }).toBe(200);
    }
    isOver = true;
    await sending;
    for (const sender of senders) {
      expect(sender.refused.get('unavailable') ?? 0).toBeGreaterThan(0);
      sender.close();
    }
    expect(server.hasEnded).toBe(false);
    await expectWholeLog(ada, room.id, senders);

    // Also what was stored though the server never learned of it has reached who listened all the time.
    const { lastSeq } = reader.roomState(room.id).room;
    const total = senders.reduce((sum, { drafts }) => sum + drafts.length, lastSeq);
    const heard = () => reader.settle().then(() => reader.roomState(room.id).room.lastSeq);
    await expect.poll(heard, { timeout: 10_000 }).toBe(total);
    expect(reader.isConnected).toBe(true);
    reader.drop();
  });
});
