import { setTimeout as delay } from 'node:timers/promises';
import type { Room } from '#shared';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../support/person.js';
import { Reader } from '../../support/reader.js';
import { effort } from './effort.js';
import { Installation } from './installation.js';
import { expectWholeLog } from './log-check.js';
import { PersistentSender } from './persistent-sender.js';

const SENDERS = 4;
/** Where exactly; `kill-at.mjs` knows them. */
const POINTS = ['before-commit', 'after-commit', 'before-acknowledgement'];

/** The same on every database: what is left, and who resumes, after the server was killed at a point. */
export function describeKills(database: string): void {
  describe(`a server on ${database} that is killed under load`, () => {
    let installation: Installation;
    let people: [Person, Person];
    const rooms: Room[] = [];
    let room: Room;
    let senders: PersistentSender[];

    beforeAll(async () => {
      installation = await Installation.create();
      const server = await installation.start();
      people = [await installation.register('ada'), await installation.register('ben')];
      for (let count = 0; count <= POINTS.length; count += 1) rooms.push(await installation.createRoom(...people));
      await server.stop('SIGTERM');
    });
    afterAll(() => installation.remove());

    beforeEach(() => {
      room = rooms.pop() as Room;
      senders = Array.from(
        { length: SENDERS },
        (_, index) => new PersistentSender(people[index % 2] as Person, room.id),
      );
    });
    afterEach(async () => {
      for (const sender of senders) sender.close();
      await installation.kill();
    });

    /** A reader who was there before, and has missed all of it. */
    async function expectReaderResumes(reader: Reader): Promise<void> {
      await reader.connect();
      await reader.settle();
      await reader.expectFresh(room.id);
      reader.drop();
    }

    it.each(POINTS)('loses and doubles nothing, exactly %s, and its clients resume by themselves', async (point) => {
      const reader = new Reader(people[1]);
      const doomed = await installation.start(`kill-at.mjs?point=${point}&after=12`);
      await reader.hold(room.id);
      await reader.connect();
      const sending = Promise.all(senders.map((sender) => sender.send(30)));
      expect(await doomed.exit()).toBeNull();
      await installation.start();
      await sending;
      await expectWholeLog(people[0], room.id, senders);
      await expectReaderResumes(reader);
    });

    it('loses and doubles nothing at any moment', async () => {
      const reader = new Reader(people[1]);
      let server = await installation.start();
      await reader.hold(room.id);
      let isOver = false;
      const sending = Promise.all(senders.map((sender) => sender.sendUntil(() => isOver)));
      for (const milliseconds of fc.sample(fc.integer({ min: 20, max: 600 }), effort(2, 25))) {
        await delay(milliseconds);
        await server.stop('SIGKILL');
        server = await installation.start();
      }
      isOver = true;
      await sending;
      await expectWholeLog(people[0], room.id, senders);
      await expectReaderResumes(reader);
    });
  });
}
