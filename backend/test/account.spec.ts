import { Account, UserPage, type UpdateAccountRequest } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200, 7)]);
const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(100, 3)]);

describe('the own account', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();
  const account = async (person: Person) => (await person.get('/me')).read(Account);
  const update = (person: Person, request: UpdateAccountRequest) => person.patch('/me', request);

  it('is the admin’s for the first of an installation alone', async () => {
    expect((await account(ada)).admin).toBe(true);
    expect((await account(ben)).admin).toBe(false);
  });

  it('shows everything at first, and changes by what is named', async () => {
    const before = await account(ben);
    expect(before.settings).toEqual({ sharePresence: true, shareReceipts: true });
    const after = (await update(ben, { about: ' Rivers ', settings: { sharePresence: false } })).read(Account);
    expect(after.user).toEqual({ ...before.user, about: 'Rivers' });
    expect(after.settings).toEqual({ sharePresence: false, shareReceipts: true });
    const last = (await update(ben, { about: '', displayName: 'Ben K.' })).read(Account);
    expect(last).toMatchObject({ user: { about: null, displayName: 'Ben K.' }, settings: { sharePresence: false } });
    expect(await account(ben)).toEqual(last);
  });

  it('tells everybody of a new name, and the own sockets of the account', async () => {
    const [adas, bens] = [await connect(ada), await connect(ben)];
    const changed = (await update(ben, { displayName: 'Benjamin' })).read(Account);
    for (const socket of [adas, bens]) expect((await socket.event('user.updated')).user).toEqual(changed.user);
    expect((await bens.event('account.updated')).account).toEqual(changed);
    await adas.settled();
    expect(adas.of('account.updated')).toEqual([]);
  });

  it('tells others nothing of a setting, and nobody anything of what is as it was', async () => {
    const { settings } = await account(ada);
    const start = server.told.length;
    await update(ada, { settings });
    await update(ada, {});
    expect(server.told.slice(start).filter(({ to }) => to === 'user' || to === 'everyone')).toEqual([]);
    await update(ada, { settings: { sharePresence: false } });
    const told = server.told.slice(start).map(({ to }) => to);
    expect(told).toContain('user');
    expect(told).not.toContain('everyone');
    await update(ada, { settings: { sharePresence: true } });
  });

  it.each([
    ['a name of nothing', { displayName: ' ' }, 'displayName'],
    ['words that are too many', { about: 'a'.repeat(141) }, 'about'],
    ['a setting that is not there', { settings: { shareLocation: true } }, 'settings.shareLocation'],
    ['another username', { username: 'root' }, 'username'],
    ['more rights', { admin: true }, 'admin'],
  ])('refuses %s', async (_what, request, path) => {
    const answer = await ben.patch('/me', request);
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map((error) => error.path)).toEqual([path]);
  });

  describe('its picture', () => {
    const upload = (person: Person, bytes: Buffer, type = 'image/png') =>
      fetch(`${server.url}/api/v1/me/avatar`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${person.token}`, 'content-type': type },
        body: new Uint8Array(bytes),
      });
    const fetchPicture = (person: Person, url: string) =>
      fetch(server.url + url, { headers: { authorization: `Bearer ${person.token}` } });
    const uploaded = async (person: Person, bytes: Buffer, type?: string) =>
      Account.parse(await (await upload(person, bytes, type)).json()).user.avatarUrl ?? '';

    it('is seen by everybody who is signed in, as it was given, and is kept by browsers', async () => {
      const url = await uploaded(ben, PNG);
      const answer = await fetchPicture(ada, url);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await fetch(server.url + url)).status).toBe(401);
      const { items } = (await ada.get('/users?q=ben')).read(UserPage);
      expect(items[0]?.avatarUrl).toBe(url);
    });

    it('gives way to another one, which has another address, and to none', async () => {
      const first = await uploaded(ben, PNG);
      const second = await uploaded(ben, JPEG, 'image/jpeg');
      expect(second).not.toBe(first);
      expect((await fetchPicture(ada, first)).status).toBe(404);
      expect((await fetchPicture(ada, second)).headers.get('content-type')).toBe('image/jpeg');
      expect((await ben.delete('/me/avatar')).read(Account).user.avatarUrl).toBeNull();
      expect((await fetchPicture(ada, second)).status).toBe(404);
    });

    it('is what its bytes are, whatever it is called', async () => {
      const url = await uploaded(ben, JPEG, 'image/png');
      expect((await fetchPicture(ada, url)).headers.get('content-type')).toBe('image/jpeg');
    });

    it.each([
      ['a script', Buffer.from('<svg onload="alert(1)"/>'), 'image/png', 400],
      ['a picture of another kind', PNG, 'image/svg+xml', 400],
      ['text', Buffer.from('hello'), 'text/plain', 400],
      ['nothing', Buffer.alloc(0), 'image/png', 400],
      ['more than 64 KiB', Buffer.concat([PNG, Buffer.alloc(64 * 1024)]), 'image/png', 413],
    ])('is not %s', async (_what, bytes, type, status) => {
      const answer = await upload(ada, bytes, type);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect((await account(ada)).user.avatarUrl).toBeNull();
    });
  });
});
