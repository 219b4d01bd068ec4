import { freshDatabase } from './database.js';
import { RedisServer } from './redis-server.js';
import { TestServer } from './server.js';
import { TcpProxy } from './tcp-proxy.js';

/** Several instances on one PostgreSQL, and the Redis between them. */
export interface Instances {
  readonly redis: RedisServer;
  /** The way from each instance to Redis. */
  readonly links: readonly TcpProxy[];
  readonly servers: readonly TestServer[];
  stop(): Promise<void>;
}

/** Starts so many instances at once; Redis is prepared and not started. */
export async function startInstances(count: number): Promise<Instances> {
  const redis = await RedisServer.prepare();
  const links = await Promise.all(Array.from({ length: count }, () => TcpProxy.before(redis.port)));
  const database = await freshDatabase();
  const servers = await Promise.all(
    links.map(({ port }) => TestServer.start({ variables: { ...database, REDIS_URL: `redis://127.0.0.1:${port}` } })),
  );
  return {
    redis,
    links,
    servers,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all(links.map((link) => link.stop()));
      await redis.remove();
    },
  };
}
