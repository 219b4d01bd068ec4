import type { Child } from '../children.js';
import { CONTENDERS, startContender } from '../contenders/start.js';
import { Generator } from '../generator-process.js';
import { median, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { seedSqlite } from '../seed.js';
import { town, type Town } from '../town.js';
import { sqliteFile, type Workshop } from '../workshop.js';

const CONNECTIONS = 10_000;
const MEMBERS = 100;
const AT_ONCE = 50;
/** These come first, so that what a server needs but once is not counted. */
const FIRST = 0.1;

/** Many connections that say nothing: what each costs in memory, and how long they took to come in. */
export const idle: Workload = {
  name: 'idle',

  async *run(workshop: Workshop, options: Options) {
    for (const contender of CONTENDERS) {
      const everybody = town(scaled(CONNECTIONS / MEMBERS, options), MEMBERS);
      const folder = await workshop.dataFolder();
      seedSqlite(sqliteFile(folder), everybody);
      const server = await startContender(contender, folder);
      try {
        yield { size: CONNECTIONS, contender, round: 1, figures: await weigh(server, everybody) };
      } finally {
        await server.stop();
      }
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const of = (contender: string) => median(runs, contender, CONNECTIONS, 'KiB/connection');
    return [{ what: 'idle, KiB a connection: parley - raw', is: of('parley') - of('raw'), atMost: 12 }];
  },
};

async function weigh(server: Child, { people }: Town): Promise<Record<string, number>> {
  const generator = Generator.start();
  try {
    const tokens = people.map(({ token }) => token);
    const first = Math.round(tokens.length * FIRST);
    const open = (some: readonly string[]) => generator.open({ url: server.said, tokens: some, atOnce: AT_ONCE });
    await open(tokens.slice(0, first));
    const before = await server.probe('rest');
    const begun = performance.now();
    await open(tokens.slice(first));
    const seconds = (performance.now() - begun) / 1_000;
    const after = await server.probe('rest');
    const connected = tokens.length - first;
    return {
      connections: tokens.length,
      'KiB/connection': (after.rssBytes - before.rssBytes) / 1_024 / connected,
      'connected/s': connected / seconds,
      'cpu us/connection': (after.cpuMicros - before.cpuMicros) / connected,
      'rss MiB': after.rssBytes / 1_024 / 1_024,
    };
  } finally {
    await generator.stop();
  }
}
