import { Account, CurrentSession } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from './support/person.js';
import { TestServer } from './support/server.js';

describe('accounts and sessions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('registers an account and signs it in', async () => {
    const visitor = server.visitor();
    const answer = await visitor.post('/auth/register', { username: 'Ada', password: PASSWORD, displayName: 'Ada L.' });
    expect(answer.status).toBe(201);
    expect(answer.read(Account).user).toMatchObject({ username: 'ada', displayName: 'Ada L.', kind: 'human' });
    expect((await visitor.get('/me')).read(Account)).toEqual(answer.read(Account));
  });

  it('takes the username for a name when none is given', async () => {
    const { user } = await server.register('grace');
    expect(user.displayName).toBe('grace');
  });

  it('keeps the session in a cookie that scripts and foreign pages do not get', async () => {
    const answer = await server.visitor().post('/auth/register', { username: 'cookie.monster', password: PASSWORD });
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^parley_session=[\w-]{43}; /);
    expect(cookie.split('; ')).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
    expect(cookie).not.toContain('Secure');
  });

  it('signs in by username, however it is written, and password', async () => {
    const barbara = await server.register('barbara');
    const visitor = server.visitor();
    const answer = await visitor.post('/auth/login', { username: ' Barbara ', password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.read(Account).user).toEqual(barbara.user);
    expect((await visitor.get('/me')).status).toBe(200);
  });

  it('answers a wrong password and an unknown username alike', async () => {
    await server.register('alan');
    const wrong = await server.visitor().post('/auth/login', { username: 'alan', password: 'ten green bottles' });
    const unknown = await server.visitor().post('/auth/login', { username: 'nobody', password: PASSWORD });
    expect(wrong.status).toBe(401);
    expect(wrong.problem.detail).toBe('The username or the password is wrong.');
    expect(unknown.problem).toEqual(wrong.problem);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('gives a new session at each sign-in and ends the one that the browser held', async () => {
    const edsger = await server.register('edsger');
    const first = edsger.token;
    await edsger.post('/auth/login', { username: 'edsger', password: PASSWORD });
    expect(edsger.cookie).not.toContain(first);
    const old = await server.visitor().get('/me', { authorization: `Bearer ${first}` });
    expect(old.status).toBe(401);
    expect(server.told).toContainEqual(expect.objectContaining({ to: 'session', reason: 'signed_in_again' }));
  });

  it('says whose session it is, and to whoever has none that there is none', async () => {
    const visitor = server.visitor();
    expect((await visitor.get('/auth/session')).read(CurrentSession)).toEqual({ account: null });
    const hedy = await server.register('hedy');
    const { account } = (await hedy.get('/auth/session')).read(CurrentSession);
    expect(account).toEqual((await hedy.get('/me')).read(Account));
    const ended = { authorization: `Bearer ${hedy.token}` };
    await hedy.post('/auth/logout');
    expect((await visitor.get('/auth/session', ended)).read(CurrentSession)).toEqual({ account: null });
  });

  it('leaves the sessions of other devices alone', async () => {
    const phone = await server.register('donald');
    const laptop = await server.signIn(phone);
    expect((await laptop.post('/auth/logout')).status).toBe(204);
    expect((await laptop.get('/me')).status).toBe(401);
    expect((await phone.get('/me')).status).toBe(200);
  });

  it('signs out: the token is worth nothing from then on, and its sockets are told', async () => {
    const leslie = await server.register('leslie');
    const { token } = leslie;
    const answer = await leslie.post('/auth/logout');
    expect(answer.status).toBe(204);
    expect(leslie.cookie).toBeUndefined();
    expect((await server.visitor().get('/me', { authorization: `Bearer ${token}` })).status).toBe(401);
    expect(server.told).toContainEqual(expect.objectContaining({ to: 'session', reason: 'signed_out' }));
  });

  it('lets a program in by its token', async () => {
    const { token, user } = await server.register('tony');
    const answer = await server.visitor().get('/me', { authorization: `Bearer ${token}` });
    expect(answer.read(Account).user).toEqual(user);
  });

  it.each(['/me', '/users', '/rooms', '/rooms/directory'])('asks for a session before it answers %s', async (path) => {
    const answer = await server.visitor().get(path);
    expect(answer.status).toBe(401);
    expect(answer.problem.code).toBe('unauthenticated');
  });

  it.each(['x'.repeat(43), 'short', '', 'a b c'])('takes no made-up token (%j)', async (token) => {
    expect((await server.visitor().get('/me', { authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await server.visitor().get('/me', { cookie: `parley_session=${token}` })).status).toBe(401);
  });

  it('refuses a changing request that a foreign page sends', async () => {
    const niklaus = await server.register('niklaus');
    const answer = await niklaus.post('/auth/logout', undefined, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(answer.problem.code).toBe('forbidden');
    expect((await niklaus.get('/me')).status).toBe(200);
  });

  it('stops guessing at one account after ten failures, and nobody else', async () => {
    await server.register('ken');
    await server.register('dennis');
    const guess = () => server.visitor().post('/auth/login', { username: 'ken', password: 'not this one' });
    for (let count = 0; count < 10; count += 1) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(refused.problem.code).toBe('rate_limited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await server.visitor().post('/auth/login', { username: 'dennis', password: PASSWORD })).status).toBe(200);
  });
});

describe('an instance that people reach over https', () => {
  it('marks the session cookie as secure and tells browsers to stay on https', async () => {
    const server = await TestServer.start({ variables: { PUBLIC_URL: 'https://chat.example.org/' } });
    const answer = await server.visitor().post('/auth/register', { username: 'ada', password: PASSWORD });
    await server.stop();
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });
});

describe('registering in great numbers', () => {
  it('is limited per address', async () => {
    const server = await TestServer.start();
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) {
      statuses.push((await server.visitor().post('/auth/register', { username: 'x' })).status);
    }
    await server.stop();
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([400]));
    expect(statuses.at(-1)).toBe(429);
  });
});
