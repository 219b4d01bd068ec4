import { randomUUID } from 'node:crypto';
import type { Room } from '#shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { CommitMonitor } from '../src/messages/commit-monitor.js';
import { MessageWriter } from '../src/messages/message-writer.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

const SENDS = 30;

describe('messages that arrive while another write is under way', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();
  const part = <T>(type: abstract new (...args: never[]) => T): T => server.app.get<T>(type, { strict: false });

  /** Has the turn of all writes until it is let go. */
  function holdTheTurn(): () => Promise<void> {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const over = part(UnitOfWork).run(() => held);
    return () => {
      letGo();
      return over;
    };
  }

  it('are written by one commit and told in one packet, in the order of their revisions', async () => {
    const [adas, bens] = [await connect(ada), await connect(ben)];
    const commits: number[] = [];
    part(CommitMonitor).subscribe(({ messages }) => commits.push(messages));
    const arrived = vi.spyOn(part(MessageWriter), 'append');
    const letGo = holdTheTurn();
    const answers = Array.from({ length: SENDS }, (_, index) =>
      adas.request('message:send', { roomId: room.id, clientId: randomUUID(), body: `together ${index}` }),
    );
    await expect
      .poll(() => arrived.mock.calls.length, { timeout: 10_000 })
      .toBe(SENDS)
      .finally(letGo);
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
    expect(commits).toEqual([SENDS]);

    await bens.event('message.created', ({ message }) => message.body === `together ${SENDS - 1}`);
    const told = bens.of('message.created');
    expect(told.map(({ message }) => message.body)).toEqual(told.map((_, index) => `together ${index}`));
    expect(told.map(({ rev }) => rev)).toEqual(told.map((_, index) => room.rev + 1 + index));
    expect(told).toHaveLength(SENDS);
    expect(bens.packets).toContain(SENDS);
  });
});
