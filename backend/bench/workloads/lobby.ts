import { Agent } from 'node:http';
import { startParley } from '../contenders/start.js';
import { repeat, timed } from '../load/timed.js';
import { median, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { seedMessages, seedSqlite } from '../seed.js';
import { town, type Person } from '../town.js';
import { sqliteFile, type Workshop } from '../workshop.js';

const ROOMS = 500;
const OTHERS = 20;
const MESSAGES = 50;
const REQUESTS = 60;
const PAGE = 200;

/** The whole room list of somebody with five hundred conversations, with what is unread, mentioned and read by all. */
export const lobby: Workload = {
  name: 'lobby',

  async *run(workshop: Workshop, options: Options) {
    const houses = town(scaled(ROOMS, options), OTHERS);
    const [reader] = houses.people as [Person];
    const folder = await workshop.dataFolder();
    const file = sqliteFile(folder);
    seedSqlite(file, houses);
    for (const roomId of houses.roomIds) seedMessages(file, roomId, reader, MESSAGES);
    const server = await startParley(folder);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const whole = async (): Promise<number> => {
      let micros = 0;
      for (let next: string | null = ''; next !== null;) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`;
        const page = await timed(new URL(`/api/v1/rooms?limit=${PAGE}${cursor}`, server.said), reader.token, agent);
        micros += page.micros;
        next = (JSON.parse(page.text) as { next: string | null }).next;
      }
      return micros;
    };
    try {
      await repeat('warm', REQUESTS, whole);
      for (let round = 1; round <= options.rounds; round += 1) {
        const figures = { conversations: houses.roomIds.length, ...(await repeat('list', REQUESTS, whole)) };
        yield { size: ROOMS, contender: 'parley', round, figures };
      }
    } finally {
      agent.destroy();
      await server.stop();
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const p50 = median(runs, 'parley', ROOMS, 'list p50 ms');
    return [{ what: 'lobby, list of 500 conversations, p50 ms', is: p50, atMost: 50 }];
  },
};
