import type { Child } from '../children.js';
import { startParley } from '../contenders/start.js';
import { Generator } from '../generator-process.js';
import { Histogram } from '../histogram.js';
import { RETURN_STEP_MICROS } from '../load/crowd.js';
import { median, noLosses, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { seedSqlite } from '../seed.js';
import { town, type Town } from '../town.js';
import { sqliteFile, type Workshop } from '../workshop.js';
import { lost } from './talk.js';

const CONNECTIONS = 5_000;
const MEMBERS = 100;
const AT_ONCE = 50;
/** These stay, and go on talking to those who are gone. */
const STAYERS = 10;
const PAUSE_MS = 200;
const JITTER_MS = 5_000;

/** Everybody is dropped at once and comes back, as after a fall of the network, and fetches what was said meanwhile. */
export const reconnect: Workload = {
  name: 'reconnect',

  async *run(workshop: Workshop, options: Options) {
    const everybody = town(scaled(CONNECTIONS / MEMBERS, options), MEMBERS);
    const folder = await workshop.dataFolder();
    seedSqlite(sqliteFile(folder), everybody);
    const server = await startParley(folder);
    try {
      yield { size: CONNECTIONS, contender: 'parley', round: 1, figures: await storm(server, everybody) };
    } finally {
      await server.stop();
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const of = (figure: string) => median(runs, 'parley', CONNECTIONS, figure);
    return [
      { what: 'reconnect, members that did not come back', is: of('dropped') - of('back'), atMost: 0, isMust: true },
      noLosses(runs, 'reconnect', ['parley']),
      { what: 'reconnect, event loop p99 ms', is: of('loop p99 ms'), atMost: 250 },
    ];
  },
};

async function storm(server: Child, { people, roomIds }: Town): Promise<Record<string, number>> {
  const generator = Generator.start();
  try {
    // The first member of each of the first rooms stands in front: these are the ones who stay.
    const speaking = new Set(people.filter(({ role }) => role === 'owner').slice(0, STAYERS));
    const tokens = [...speaking, ...people.filter((person) => !speaking.has(person))].map(({ token }) => token);
    await generator.open({ url: server.said, tokens, atOnce: AT_ONCE });
    await server.probe('rest');
    const before = await server.probe('begin');
    const stayers = Math.min(STAYERS, roomIds.length);
    const seen = await generator.storm({ url: server.said, stayers, pauseMs: PAUSE_MS, jitterMs: JITTER_MS });
    const after = await server.probe('read');
    const returning = new Histogram(RETURN_STEP_MICROS);
    returning.merge(seen.returning);
    const dropped = tokens.length - stayers;
    return {
      dropped,
      back: seen.back,
      'all back s': seen.ms / 1_000,
      'return p50 ms': returning.percentile(0.5),
      'return p99 ms': returning.percentile(0.99),
      'loop p99 ms': after.loopP99Ms,
      'loop max ms': after.loopMaxMs,
      'cpu us/return': (after.cpuMicros - before.cpuMicros) / dropped,
      accepted: seen.accepted,
      lost: lost(seen.standings),
      doubled: seen.duplicates,
    };
  } finally {
    await generator.stop();
  }
}
