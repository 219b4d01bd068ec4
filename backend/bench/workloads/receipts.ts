import { startParley } from '../contenders/start.js';
import { Readers } from '../load/readers.js';
import { median, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { seedMessages, seedSqlite } from '../seed.js';
import { town, type Person } from '../town.js';
import { sqliteFile, type Workshop } from '../workshop.js';

const MEMBERS = 1_000;
const AT_ONCE = 50;
const MESSAGES_A_ROUND = 10;

/** Everybody in a room reads it at the same moment: what each of them is told of it, and what it costs. */
export const receipts: Workload = {
  name: 'receipts',

  async *run(workshop: Workshop, options: Options) {
    const everybody = town(1, scaled(MEMBERS, options));
    const [owner] = everybody.people as [Person];
    const folder = await workshop.dataFolder();
    seedSqlite(sqliteFile(folder), everybody);
    seedMessages(sqliteFile(folder), owner.roomId, owner, MESSAGES_A_ROUND * options.rounds);
    const server = await startParley(folder);
    const readers = new Readers();
    try {
      const tokens = everybody.people.map(({ token }) => token);
      await readers.open(new URL(server.said), tokens, AT_ONCE);
      for (let round = 1; round <= options.rounds; round += 1) {
        await readers.quiet();
        const packets = readers.packets;
        const before = await server.probe('begin');
        const ms = await readers.read(owner.roomId, MESSAGES_A_ROUND * round);
        await readers.quiet();
        const after = await server.probe('read');
        const figures = {
          members: tokens.length,
          'packets/member': (readers.packets - packets) / tokens.length,
          'all answered ms': ms,
          'cpu us/receipt': (after.cpuMicros - before.cpuMicros) / tokens.length,
          'loop max ms': after.loopMaxMs,
        };
        yield { size: MEMBERS, contender: 'parley', round, figures };
      }
    } finally {
      readers.close();
      await server.stop();
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const packets = median(runs, 'parley', MEMBERS, 'packets/member');
    return [{ what: 'receipts, packets a member when 1,000 read at once', is: packets, atMost: 10 }];
  },
};
