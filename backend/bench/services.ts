import { createDatabase } from '../test/support/create-database.js';
import { freePort } from '../test/support/free-port.js';
import { PostgresServer } from '../test/support/postgres-server.js';
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
  const postgres = await PostgresServer.start({ isDurable: true });
  const abandon = (): void => postgres.abandon();
  process.once('exit', abandon);
  return {
    url: await createDatabase(postgres.url, 'parley'),
    stop: async () => {
      await postgres.stop();
      process.off('exit', abandon);
    },
  };
}
