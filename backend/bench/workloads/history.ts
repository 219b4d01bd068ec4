import { Agent } from 'node:http';
import { startParley } from '../contenders/start.js';
import { repeat, timed } from '../load/timed.js';
import { median, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { seedMessages, seedSqlite } from '../seed.js';
import { town, type Person } from '../town.js';
import { sqliteFile, type Workshop } from '../workshop.js';

const SMALL = 1_000;
const LARGE = 1_000_000;
const ROOMS = 50;
const WARM_REQUESTS = 100;
const REQUESTS = 200;
/** An answer takes a millisecond or two, and a machine may have a slow second: many short turns meet it alike. */
const TURNS_A_ROUND = 4;
const PAGE = 50;

/** A page of history and the room list of somebody with fifty rooms, where one room has a few and where it has many. */
export const history: Workload = {
  name: 'history',

  async *run(workshop: Workshop, options: Options) {
    const houses = [await open(workshop, SMALL, SMALL), await open(workshop, LARGE, scaled(LARGE, options))];
    try {
      // In turn, so that what else the machine does meets both alike.
      for (const house of houses) await house.times(WARM_REQUESTS);
      for (let round = 1; round <= options.rounds * TURNS_A_ROUND; round += 1) {
        for (const house of houses) {
          yield { size: house.size, contender: 'parley', round, figures: await house.times(REQUESTS) };
        }
      }
    } finally {
      for (const house of houses) await house.close();
    }
  },

  targets(runs: readonly Run[]): Target[] {
    return ['newest p50 ms', 'middle p50 ms', 'rooms p50 ms'].map((figure) => ({
      what: `history, ${figure.replace(' p50 ms', '')}: at 1,000,000 / at 1,000`,
      is: median(runs, 'parley', LARGE, figure) / median(runs, 'parley', SMALL, figure),
      atMost: 1.3,
    }));
  },
};

interface House {
  readonly size: number;
  /** Asks so many times for each, and says how long that took. */
  times(requests: number): Promise<Record<string, number>>;
  close(): Promise<void>;
}

async function open(workshop: Workshop, size: number, count: number): Promise<House> {
  const folder = await workshop.dataFolder();
  // One person in all rooms: the first of each room is the same one.
  const rooms = town(ROOMS, 1);
  const reader = rooms.people[0] as Person;
  const people = [reader];
  const file = sqliteFile(folder);
  seedSqlite(file, { ...rooms, people });
  rooms.roomIds.forEach((roomId, index) => seedMessages(file, roomId, reader, index === 0 ? count : 1));
  const server = await startParley(folder);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = async (path: string) => (await timed(new URL(`/api/v1${path}`, server.said), reader.token, agent)).micros;
  const pages = `/rooms/${reader.roomId}/messages?limit=${PAGE}`;
  return {
    size,
    times: async (requests) => ({
      ...(await repeat('newest', requests, () => get(pages))),
      ...(await repeat('middle', requests, () => get(`${pages}&before=${middle(count)}`))),
      ...(await repeat('rooms', requests, () => get(`/rooms?limit=${PAGE}`))),
    }),
    close: async () => {
      agent.destroy();
      await server.stop();
    },
  };
}

/** Somewhere in the room, but never so near its beginning that the page is not full. */
const middle = (count: number): number => PAGE + 1 + Math.floor(Math.random() * (count - PAGE));
