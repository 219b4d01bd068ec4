import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines } from './report.js';

/** A function as V8's profiler names it; a native one has no address. */
interface Frame {
  readonly functionName: string;
  readonly url: string;
}
interface Node {
  readonly id: number;
  readonly callFrame: Frame;
  readonly children?: readonly number[];
}
/** What `node --cpu-prof` writes; times in microseconds. */
interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const WAITS = 'waiting';
const WRITES = 'writes to connections, by the system';
/** Where time is spent, by the first that fits. A native function that none fits counts for whoever called it. */
const PLACES: readonly (readonly [place: string, fits: (frame: Frame) => boolean])[] = [
  [WAITS, ({ functionName }) => functionName === '(idle)'],
  ['garbage collector', ({ functionName }) => functionName === '(garbage collector)'],
  [WRITES, ({ functionName }) => /^(writev|writeBuffer|writeUtf8String|writeLatin1String)$/.test(functionName)],
  ['SQLite', ({ url }) => url.includes('/better-sqlite3/')],
  ['PostgreSQL, its driver', ({ url }) => /\/pg(-[a-z]+)?\//.test(url)],
  ['Redis, its driver', ({ url }) => /\/(ioredis|redis-parser)\//.test(url)],
  ['Socket.IO, Engine.IO, ws', ({ url }) => /\/(socket\.io[a-z-]*|engine\.io[a-z-]*|ws)\//.test(url)],
  ['validation (zod)', ({ url }) => url.includes('/zod/')],
  ['Nest, TypeORM and other packages', ({ url }) => url.includes('/node_modules/')],
  ["Node's streams and timers", ({ url }) => url.startsWith('node:')],
  ['Parley, the gateway', ({ url }) => url.includes('/src/gateway/')],
  ['Parley, the messages', ({ url }) => url.includes('/src/messages/')],
  ['Parley, all else', ({ url }) => url.startsWith('file:')],
];
const OTHER = 'V8 and the system';

/** Prints where the servers of a bench with `--cpu-prof=<folder>` have spent their time, a table for each. */
const [, , folder = '.'] = process.argv;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
  process.stdout.write(`\n${serverOf(profile)}, ${file}\n\n${tableOf(spentIn(profile))}\n`);
}

function serverOf({ nodes }: Profile): string {
  const urls = nodes.map(({ callFrame }) => callFrame.url);
  return (
    urls.map((url) => /\/contenders\/(naive|raw)-server\.js$/.exec(url)?.[1]).find((name) => name !== undefined) ??
    'parley'
  );
}

function tableOf(spent: ReadonlyMap<string, number>): string {
  const busy = [...spent].filter(([place]) => place !== WAITS).sort(([, one], [, other]) => other - one);
  const whole = busy.reduce((sum, [, time]) => sum + time, 0);
  const rows = busy.map(([place, time]) => [place, (time / 1e6).toFixed(2), ((100 * time) / whole).toFixed(1)]);
  return lines([['where', 'seconds', '% of what it was busy'], ...rows]);
}

/** From the first write to a connection to the last: what came before and after is starting and stopping. */
function spentIn({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const places = placesOf(nodes);
  const where = samples.map((id) => places.get(id) ?? OTHER);
  const [first, last] = [where.indexOf(WRITES), where.lastIndexOf(WRITES)];
  const spent = new Map<string, number>();
  for (const [at, place] of where.entries()) {
    if (at >= first && at <= last) spent.set(place, (spent.get(place) ?? 0) + (timeDeltas[at] ?? 0));
  }
  return spent;
}

/** Callers come before those that they call. */
function placesOf(nodes: readonly Node[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  for (const { id, callFrame } of nodes) {
    const [own] = PLACES.find(([, fits]) => fits(callFrame)) ?? [];
    places.set(id, own ?? (callFrame.url === '' ? places.get(callers.get(id) ?? -1) : undefined) ?? OTHER);
  }
  return places;
}
