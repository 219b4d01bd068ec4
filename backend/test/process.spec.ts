import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessagesAnswer, Room, Account, type Message } from '#shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from './support/client.js';
import { freePort } from './support/free-port.js';
import { PASSWORD } from './support/person.js';
import { ServerProcess } from './support/server-process.js';

describe('the process', () => {
  let dataDir: string;
  let port: number;
  let url: string;
  let running: ServerProcess[];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'parley-process-'));
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((server) => server.stop('SIGKILL')));
    rmSync(dataDir, { recursive: true });
  });

  const variables = () => ({ PORT: String(port), DATA_DIR: dataDir });
  const start = async (): Promise<ServerProcess> => {
    const server = await ServerProcess.start(variables());
    running.push(server);
    return server;
  };
  const signUp = async (): Promise<Client> => {
    const client = new Client(url);
    (await client.post('/auth/register', { username: 'ada', password: PASSWORD })).read(Account);
    return client;
  };
  const history = async (client: Client, room: Room): Promise<Message[]> =>
    (await client.get(`/rooms/${room.id}/messages?limit=200`)).read(MessagesAnswer).items;

  it('says where it runs, and nothing else', async () => {
    const server = await start();
    expect(server.output).toBe(`Parley is running at http://localhost:${port}\n`);
  });

  it('refuses to start on a variable that does not fit, and names it', async () => {
    const server = ServerProcess.spawn({ ...variables(), LOG_LEVEL: 'loud' });
    expect(await server.exit()).toBe(1);
    expect(server.output).toMatch(/^Parley cannot start\. LOG_LEVEL: .*\n$/);
  });

  it('says in one line that the folder cannot be used, at any level of the log', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    const server = ServerProcess.spawn({ ...variables(), DATA_DIR: file, LOG_LEVEL: 'info' });
    expect(await server.exit()).toBe(1);
    expect(server.output).toBe(`Parley cannot start. DATA_DIR: ${file} cannot be used: it is no folder.\n`);
  });

  it('says in one line that no folder can be made there', async () => {
    const server = ServerProcess.spawn({ ...variables(), DATA_DIR: '/proc/parley/data' });
    expect(await server.exit()).toBe(1);
    expect(server.output).toMatch(
      /^Parley cannot start\. DATA_DIR: \/proc\/parley\/data cannot be used: (no folder can be made|this user may not write) there\.\n$/,
    );
  });

  it('says in one line that PostgreSQL does not answer', async () => {
    const address = `postgres://ada:secret@127.0.0.1:${port}/chat`;
    const server = ServerProcess.spawn({ ...variables(), DATABASE_URL: address, LOG_LEVEL: 'info' });
    expect(await server.exit()).toBe(1);
    expect(server.output).toBe(
      `Parley cannot start. DATABASE_URL: 127.0.0.1:${port}/chat cannot be used: PostgreSQL does not answer there.\n`,
    );
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const server = ServerProcess.spawn({ ...variables(), LOG_LEVEL: 'info' });
    expect(await server.exit()).toBe(1);
    expect(server.output).toBe(`Parley cannot start. Port ${port} is in use; set PORT to a free one.\n`);
    other.close();
  });

  it('stops when it is told to, and finds everything again', async () => {
    const server = await start();
    const ada = await signUp();
    const room = (await ada.post('/rooms', { name: 'Hall', kind: 'public' })).read(Room);
    await ada.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body: 'still here' });
    expect(await server.stop('SIGTERM')).toBe(0);

    await start();
    expect((await history(ada, room)).map(({ body }) => body)).toEqual(['still here']);
  });
});
