import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from '#shared';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

const GZIP = { 'accept-encoding': 'gzip, deflate, br' };
const PLAIN = { 'accept-encoding': 'identity' };

describe('answers of the API', () => {
  let server: TestServer;
  let ada: Person;
  let roomId: string;

  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada');
    roomId = (await server.createRoom(ada)).id;
    for (let count = 0; count < 10; count++) {
      await ada.say(roomId, `Grüße, ${count}`);
    }
  });
  afterAll(() => server.stop());

  it('go out compressed where they are long, to whoever can read that', async () => {
    const path = `/rooms/${roomId}/messages`;
    const zipped = await ada.get(path, GZIP);
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('content-type')).toContain('application/json');
    expect(zipped.headers.get('vary')).toContain('Accept-Encoding');
    expect(zipped.headers.get('cache-control')).toBe('no-store');
    const plain = await ada.get(path, PLAIN);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toContain('Accept-Encoding');
    expect(zipped.text).toBe(plain.text);
    expect(zipped.text).toContain('Grüße, 9');
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')) / 2);
  });

  it('say what is wrong as ever', async () => {
    expect((await ada.get(`/rooms/${roomId}/messages?limit=0`, GZIP)).problem.code).toBe('validation_failed');
  });

  it('go out as they are where they are short, no text, or come after a change', async () => {
    const short = await ada.get('/me', GZIP);
    expect(short.read(Account).user.username).toBe('ada');
    expect(short.headers.get('content-encoding')).toBeNull();
    const long = { clientId: crypto.randomUUID(), body: 'x'.repeat(4_000) };
    const sent = await ada.post(`/rooms/${roomId}/messages`, long, GZIP);
    expect(sent.text.length).toBeGreaterThan(4_000);
    expect(sent.headers.get('content-encoding')).toBeNull();
  });
});
