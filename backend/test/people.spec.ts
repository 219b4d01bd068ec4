import { UserPage } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

describe('the people here', () => {
  let server: TestServer;
  let ada: Person;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada', 'Ada Lovelace');
    await server.register('grace', 'Rear Admiral Hopper');
    await server.register('joan_c', '100% Joan');
  });
  afterAll(() => server.stop());

  const find = async (q: string): Promise<string[]> =>
    (await ada.get(`/users?q=${encodeURIComponent(q)}`)).read(UserPage).items.map(({ username }) => username);

  it('are listed by username, page by page', async () => {
    const first = (await ada.get('/users?limit=2')).read(UserPage);
    const second = (await ada.get(`/users?limit=2&cursor=${first.next ?? ''}`)).read(UserPage);
    expect(first.items.map(({ username }) => username)).toEqual(['ada', 'grace']);
    expect(second.items.map(({ username }) => username)).toEqual(['joan_c']);
    expect(second.next).toBeNull();
  });

  it.each([
    ['LOVE', ['ada']],
    ['Gra', ['grace']],
    ['admiral h', ['grace']],
    ['100%', ['joan_c']],
    ['%', ['joan_c']],
    ['_', ['joan_c']],
    ["' OR 1=1 --", []],
  ])('are found by what their name holds: %j', async (q, expected) => {
    expect(await find(q)).toEqual(expected);
  });

  it('show nothing but what is everybody’s to know', async () => {
    const answer = await ada.get('/users?q=ada');
    expect(JSON.parse(answer.text)).toEqual({ items: [ada.user], next: null });
    expect(answer.text).not.toMatch(/password|argon2|token/i);
  });

  it('are answered by their ids, in one page, without those who are nobody', async () => {
    const { items } = (await ada.get('/users?q=grace')).read(UserPage);
    const answer = await ada.get(`/users?ids=${ada.id},${items[0]?.id ?? ''},nobody,${ada.id}`);
    const { items: found, next } = answer.read(UserPage);
    expect(found.map(({ username }) => username).sort()).toEqual(['ada', 'grace']);
    expect(next).toBeNull();
  });

  it.each(['?ids=', '?ids=a,,b', `?ids=${Array.from({ length: 101 }, () => 'a').join(',')}`, '?ids=a&q=b'])(
    'refuse /users%s',
    async (query) => {
      expect((await ada.get(`/users${query}`)).status).toBe(400);
    },
  );
});
