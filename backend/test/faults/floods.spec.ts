import { randomUUID } from 'node:crypto';
import type { Room } from '#shared';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.js';
import { RawReader } from '../support/raw-reader.js';
import { TestServer } from '../support/server.js';
import { SocketClient } from '../support/socket-client.js';

/** More than a socket may ask at once. */
const BURST = 1_500;
const FLOOD = 5_000;
const TOO_MANY = 4029;

describe('packets that no client of ours would send', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;
  let bens: SocketClient;
  const open: { close: () => void }[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
    room = await server.createRoom(ada, {}, [ben]);
    bens = await SocketClient.connect(server.url, { token: ben.token });
  });
  afterAll(async () => {
    bens.close();
    await server.stop();
  });
  afterEach(async () => {
    for (const client of open.splice(0)) client.close();
    // Whatever it was, nobody else noticed.
    await bens.settled();
  });

  const connect = async (): Promise<SocketClient> => {
    const client = await SocketClient.connect(server.url, { token: ada.token });
    open.push(client);
    return client;
  };
  const raw = async (): Promise<RawReader> => {
    const reader = await RawReader.connect(server.url, { cookie: ada.cookie ?? '' });
    open.push(reader);
    return reader;
  };
  const answers = (reader: RawReader) => reader.said.filter((text) => text.startsWith('43'));
  const message = (body: string) => ({ roomId: room.id, clientId: randomUUID(), body });

  it('are answered with rate_limited and a time when they are too many at once, and granted after it', async () => {
    const client = await connect();
    const asked = Array.from({ length: BURST }, () => client.request('room:view', { roomId: null }));
    const refused = (await Promise.all(asked)).flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(BURST / 2);
    for (const { code } of refused) expect(code).toBe('rate_limited');
    // One at a time is never too many.
    expect(await client.request('message:send', message('still here'))).toMatchObject({ ok: true });
  });

  it('have their connection closed with a code when they go on and on', async () => {
    const flood = await raw();
    for (let count = 0; count < FLOOD; count += 1) flood.ask('room:view', { roomId: null });
    expect(await flood.closed()).toBe(TOO_MANY);
  });

  it('leave one who waits for each answer alone, however long that goes on', async () => {
    const client = await connect();
    for (let count = 0; count < BURST; count += 1) {
      expect(await client.request('room:view', { roomId: null })).toEqual({ ok: true });
    }
  });

  it('are refused when they are nested as deep as a packet can be', async () => {
    const reader = await raw();
    const depth = 30_000;
    reader.say(`421["message:send",${'['.repeat(depth)}${']'.repeat(depth)}]`);
    reader.say(`422["message:send",${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}]`);
    await expect.poll(() => answers(reader)).toHaveLength(2);
    for (const answer of answers(reader)) {
      expect(answer).toContain('validation_failed');
      expect(answer.length).toBeLessThan(1_000);
    }
    const deep = await ada.send('POST', '/rooms', '['.repeat(depth) + ']'.repeat(depth));
    expect(deep.problem.code).toBe('validation_failed');
  });

  it.each([
    ['that are binary', (reader: RawReader) => reader.say(Buffer.alloc(1_000))],
    ['that announce more attachments than anybody has', (reader: RawReader) => reader.say('451000-["message:send"]')],
    ['for a namespace nobody has joined', (reader: RawReader) => reader.say('42/admin,["message:send",{}]')],
    ['with a name that is reserved', (reader: RawReader) => reader.say('421["disconnect",{}]')],
    ['that are no JSON', (reader: RawReader) => reader.say('421["message:send",{]')],
    ['that are nothing at all', (reader: RawReader) => reader.say('9')],
    ['larger than 64 KiB', (reader: RawReader) => reader.say(`421["typing","${'x'.repeat(70_000)}"]`)],
  ])('%s end their own connection', async (_what, send) => {
    const reader = await raw();
    send(reader);
    await reader.closed();
  });

  it('with a binary body are refused', async () => {
    const client = await connect();
    const answer = await client.raw('message:send', { ...message(''), body: Buffer.from('hello') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
  });

  it('open no other namespace', async () => {
    const reader = await raw();
    reader.say('40/admin,');
    await expect.poll(() => reader.said.some((text) => text.startsWith('44/admin,'))).toBe(true);
    reader.ask('room:view', { roomId: null });
    await expect.poll(() => answers(reader)).toHaveLength(1);
  });

  it('that ask before anybody has said who they are end the connection', async () => {
    const address = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie: ada.cookie ?? '' } });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(`421${JSON.stringify(['message:send', message('too early')])}`);
    await new Promise((resolve) => socket.once('close', resolve));
  });
});
