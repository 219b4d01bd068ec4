import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { killAll } from './children.js';
import { isReached, table, targetTable } from './report.js';
import type { Options, Run, Workload } from './run.js';
import { Workshop } from './workshop.js';
import { fanOut } from './workloads/fan-out.js';
import { history } from './workloads/history.js';
import { idle } from './workloads/idle.js';
import { instances } from './workloads/instances.js';
import { lobby } from './workloads/lobby.js';
import { receipts } from './workloads/receipts.js';
import { reconnect } from './workloads/reconnect.js';
import { smallRooms } from './workloads/small-rooms.js';

const WORKLOADS: readonly Workload[] = [fanOut, smallRooms, instances, idle, reconnect, history, lobby, receipts];
/** Whatever hangs, the bench ends. */
const LONGEST_MS = 30 * 60 * 1_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '4' },
    scale: { type: 'string', default: '1' },
    'cpu-prof': { type: 'string' },
  },
});
const options: Options = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  scale: Number(values.scale),
};
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

async function perform(workload: Workload, workshop: Workshop): Promise<Run[]> {
  const runs: Run[] = [];
  for await (const each of workload.run(workshop, options)) {
    const run = { workload: workload.name, ...each };
    say(JSON.stringify(run));
    runs.push(run);
  }
  return runs;
}

function chosen(): readonly Workload[] {
  if (positionals.length === 0) return WORKLOADS;
  return positionals.map((name) => {
    const workload = WORKLOADS.find((each) => each.name === name);
    if (!workload) throw new Error(`There is no ${name}; there are ${WORKLOADS.map((each) => each.name).join(', ')}.`);
    return workload;
  });
}

async function bench(): Promise<void> {
  const workloads = chosen();
  const workshop = await Workshop.open();
  process.once('exit', () => {
    killAll();
    workshop.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  setTimeout(() => process.exit(1), LONGEST_MS).unref();
  say(
    `${availableParallelism()} cores, Node ${process.versions.node}, ${options.rounds} rounds of ${options.seconds} s`,
  );
  try {
    const all: { workload: Workload; runs: Run[] }[] = [];
    for (const workload of workloads) all.push({ workload, runs: await perform(workload, workshop) });
    for (const { runs } of all) say(`\n${table(runs)}`);
    const targets = all.flatMap(({ workload, runs }) => workload.targets(runs));
    say(`\n${targetTable(targets)}`);
    // Ratios depend on the machine and are for reading; what was lost or doubled never does.
    process.exit(targets.every((target) => target.isMust !== true || isReached(target)) ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  }
}

await bench();
