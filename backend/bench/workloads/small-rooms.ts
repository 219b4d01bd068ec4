import { CONTENDERS } from '../contenders/start.js';
import { median, noLosses, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { town } from '../town.js';
import type { Workshop } from '../workshop.js';
import { talkTo } from './talk.js';

const ROOMS = 100;
const MEMBERS = 2;

/** A hundred rooms of two, in which everybody sends, one message outstanding each. */
export const smallRooms: Workload = {
  name: 'small-rooms',

  async *run(workshop: Workshop, options: Options) {
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const contender of CONTENDERS) {
        const pairs = town(scaled(ROOMS, options), MEMBERS);
        const figures = await talkTo(contender, workshop, pairs, pairs.people.length, options);
        yield { size: ROOMS, contender, round, figures };
      }
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const accepted = (contender: string) => median(runs, contender, ROOMS, 'accepted/s');
    return [
      { what: 'small rooms, accepted: parley / naive', is: accepted('parley') / accepted('naive'), atLeast: 3 },
      noLosses(runs, 'small rooms', ['parley']),
    ];
  },
};
