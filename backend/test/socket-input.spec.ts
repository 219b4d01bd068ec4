import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('bad input over a socket', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();

  it.each([
    ['an event that is not known', 'message:shout', [{}]],
    ['no payload', 'message:send', []],
    ['a payload that is no object', 'message:send', ['hello']],
    ['null', 'message:send', [null]],
    ['an empty body', 'message:send', [{ roomId: 'r', clientId: randomUUID(), body: ' ' }]],
    ['a body that is too long', 'message:send', [{ roomId: 'r', clientId: randomUUID(), body: 'a'.repeat(4_001) }]],
    ['an unknown field', 'room:view', [{ roomId: null, colour: 'green' }]],
    ['a wrong type', 'typing', [{ roomId: 'r', active: 'yes' }]],
    ['a cursor below zero', 'receipt:read', [{ roomId: 'r', seq: -1 }]],
    ['a name of the prototype', 'constructor', [{}]],
    ['a deeply nested payload', 'typing', [nested(2_000)]],
  ])('answers %s with validation_failed, and goes on', async (_what, name, args) => {
    const adas = await connect(ada);
    const answer = await adas.raw(name, ...args);
    expect(answer).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
    expect(JSON.stringify(answer).length).toBeLessThan(1_000);
    await adas.settled();
  });

  it.each(['message:send', 'receipt:read', 'receipt:delivered', 'typing', 'room:view'])(
    'answers a %s to a room that is not there with not_found',
    async (name) => {
      const payloads: Record<string, object> = {
        'message:send': { clientId: randomUUID(), body: 'hello' },
        typing: { active: true },
        'room:view': {},
      };
      const adas = await connect(ada);
      const answer = await adas.raw(name, { roomId: randomUUID(), ...(payloads[name] ?? { seq: 1 }) });
      expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
    },
  );

  it('survives requests that ask for no acknowledgement', async () => {
    const adas = await connect(ada);
    adas.tell('message:send', { roomId: 7 });
    adas.tell('nonsense');
    await adas.settled();
  });

  it('closes a connection that sends more than 64 KiB at once, and no other', async () => {
    const [adas, bens] = [await connect(ada), await connect(ben)];
    void adas.raw('typing', { roomId: 'a'.repeat(70_000), active: true }).catch(() => undefined);
    await adas.closed();
    await bens.settled();
  });

  it('survives packets that are no Socket.IO', async () => {
    const bens = await connect(ben);
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie: ada.cookie ?? '' },
    });
    await new Promise((resolve) => raw.once('open', resolve));
    raw.send('40');
    raw.send('42["message:send",{"roomId":');
    raw.send('4999["x"]');
    await new Promise((resolve) => raw.once('close', resolve));
    await bens.settled();
  });
});

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let index = 0; index < depth; index += 1) value = [value];
  return value;
}
