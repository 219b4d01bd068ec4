// A server of the built product on an empty folder of its own, with people and long rooms in it, for measuring the client.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './workspace.mjs';

const PASSWORD = 'plain words in a row';

/** Starts the server; answers once it is ready. */
export async function startTown() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-client-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = { PORT: String(port), DATA_DIR: folder, PUBLIC_URL: address, LOG_LEVEL: 'error' };
  const server = spawn(process.execPath, [join(ROOT, 'dist/backend/src/main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await untilReady(address);

  const send = async (cookie, path, body) => {
    const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
    const response = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const post = async ({ cookie }, path, body) => (await send(cookie, path, body)).json();

  return {
    address,
    post,

    async register(username) {
      const response = await send(null, '/auth/register', { username, displayName: username, password: PASSWORD });
      const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]);
      return { user: (await response.json()).user, cookie: cookie.join('; ') };
    },

    /** A room with so many messages of one person, who has read them. */
    async room(owner, name, count) {
      const { seedMessages } = await import('../dist/backend/bench/seed.js');
      const room = await post(owner, '/rooms', { name, kind: 'private' });
      seedMessages(join(folder, 'parley.sqlite'), room.id, owner.user, count);
      return room.id;
    },

    /** Stops the server and takes away what it stored. */
    async stop() {
      server.kill('SIGTERM');
      await new Promise((done) => server.once('exit', done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(address) {
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(`${address}/health/ready`).catch(() => null))?.ok) return;
    await pause(100);
  }
  throw new Error('The server did not become ready.');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
