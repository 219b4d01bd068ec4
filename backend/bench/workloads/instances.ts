import type { Child } from '../children.js';
import { startParley } from '../contenders/start.js';
import { median, noLosses, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { seedPostgres } from '../seed.js';
import { startPostgres, startRedis } from '../services.js';
import { town, type Town } from '../town.js';
import type { Workshop } from '../workshop.js';
import { measure, type Group } from './talk.js';

const SIZE = 500;
const SENDERS = 10;
const COUNTS = [1, 2];

/** The room of the fan-out, its members on one instance and then spread over two: PostgreSQL and Redis beneath. */
export const instances: Workload = {
  name: 'instances',

  async *run(workshop: Workshop, options: Options) {
    const redis = await startRedis(await workshop.emptyFolder());
    const database = await startPostgres();
    const variables = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    try {
      // The first start makes the tables.
      await (await startParley(await workshop.emptyFolder(), variables)).stop();
      for (let round = 1; round <= options.rounds; round += 1) {
        for (const count of COUNTS) {
          const crowd = town(1, Math.max(SENDERS, scaled(SIZE, options)));
          await seedPostgres(database.url, crowd);
          const figures = await talkOn(count, workshop, variables, crowd, options);
          yield { size: SIZE, contender: nameOf(count), round, figures };
        }
      }
    } finally {
      await redis.redis.stop();
      await database.stop();
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const of = (count: number) => median(runs, nameOf(count), SIZE, 'delivered/s');
    return [
      { what: 'two instances, delivered: two / one', is: of(2) / of(1), atLeast: 1.5 },
      noLosses(runs, 'instances', COUNTS.map(nameOf)),
    ];
  },
};

const nameOf = (count: number): string => (count === 1 ? 'one instance' : 'two instances');

async function talkOn(
  count: number,
  workshop: Workshop,
  variables: Record<string, string>,
  { people }: Town,
  options: Options,
): Promise<Record<string, number>> {
  const servers: Child[] = [];
  try {
    for (let each = 0; each < count; each += 1)
      servers.push(await startParley(await workshop.emptyFolder(), variables));
    const groups = servers.map((server, index): Group => {
      const tokens = people.filter((_, number) => number % count === index).map(({ token }) => token);
      return { server, tokens, speakers: SENDERS / count };
    });
    return await measure(groups, options);
  } finally {
    for (const server of servers) await server.stop();
  }
}
