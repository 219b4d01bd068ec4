import { CONTENDERS } from '../contenders/start.js';
import { median, noLosses, scaled, type Options, type Run, type Target, type Workload } from '../run.js';
import { town } from '../town.js';
import type { Workshop } from '../workshop.js';
import { talkTo } from './talk.js';

const SIZES = [100, 500, 1_000];
const SENDERS = 10;

/** One room of many members, ten of whom send, one message outstanding each. */
export const fanOut: Workload = {
  name: 'fan-out',

  async *run(workshop: Workshop, options: Options) {
    for (const size of SIZES) {
      for (let round = 1; round <= options.rounds; round += 1) {
        for (const contender of CONTENDERS) {
          const crowd = town(1, Math.max(SENDERS, scaled(size, options)));
          yield { size, contender, round, figures: await talkTo(contender, workshop, crowd, SENDERS, options) };
        }
      }
    }
  },

  targets(runs: readonly Run[]): Target[] {
    const of = (contender: string, figure: string) => median(runs, contender, 500, figure);
    const delivered = of('parley', 'delivered/s');
    return [
      { what: 'fan-out 500, delivered: parley / naive', is: delivered / of('naive', 'delivered/s'), atLeast: 8 },
      { what: 'fan-out 500, p99: parley / naive', is: of('parley', 'p99 ms') / of('naive', 'p99 ms'), atMost: 0.2 },
      { what: 'fan-out 500, delivered: parley / raw', is: delivered / of('raw', 'delivered/s'), atLeast: 0.6 },
      noLosses(runs, 'fan-out', ['parley']),
    ];
  },
};
