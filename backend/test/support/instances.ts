import { freshDatabase } from './database.js';
import { RedisServer } from './redis-server.js';
import { TestServer } from './server.js';

/** Several instances on one PostgreSQL, and the Redis between them. */
export interface Instances {
  readonly redis: RedisServer;
  readonly servers: readonly TestServer[];
  stop(): Promise<void>;
}

/** Starts so many instances at once; Redis is prepared and not started. */
export async function startInstances(count: number): Promise<Instances> {
  const redis = await RedisServer.prepare();
  const variables = { ...(await freshDatabase()), REDIS_URL: redis.url };
  const servers = await Promise.all(Array.from({ length: count }, () => TestServer.start({ variables })));
  return {
    redis,
    servers,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await redis.remove();
    },
  };
}
