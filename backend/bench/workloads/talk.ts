import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from '../children.js';
import { startContender, type Contender } from '../contenders/start.js';
import { Generator } from '../generator-process.js';
import { Histogram } from '../histogram.js';
import type { Seen, Standing } from '../load/crowd.js';
import { busyMicros } from '../machine.js';
import type { Options } from '../run.js';
import { seedSqlite } from '../seed.js';
import type { Town } from '../town.js';
import { sqliteFile, type Workshop } from '../workshop.js';

const WARM_MS = 1_500;
const AT_ONCE = 50;

/** The members that one load generator brings to one server, those who speak first. */
export interface Group {
  readonly server: Child;
  readonly tokens: readonly string[];
  readonly speakers: number;
}

/** A contender on a data folder of its own, and one generator with all of the town. */
export async function talkTo(
  contender: Contender,
  workshop: Workshop,
  town: Town,
  speakers: number,
  options: Options,
): Promise<Record<string, number>> {
  const folder = await workshop.dataFolder();
  seedSqlite(sqliteFile(folder), town);
  const server = await startContender(contender, folder);
  try {
    return await measure([{ server, tokens: town.people.map(({ token }) => token), speakers }], options);
  } finally {
    await server.stop();
  }
}

/** Lets all groups talk at the same time, and says what they saw and what it cost the servers. */
export async function measure(groups: readonly Group[], { seconds }: Options): Promise<Record<string, number>> {
  const generators = groups.map(() => Generator.start());
  const servers = [...new Set(groups.map(({ server }) => server))];
  try {
    for (const [index, { server, tokens }] of groups.entries()) {
      await generators[index]?.open({ url: server.said, tokens, atOnce: AT_ONCE });
    }
    const measureMs = seconds * 1_000;
    const talks = generators.map((generator, index) =>
      generator.talk({ speakers: groups[index]?.speakers ?? 0, warmMs: WARM_MS, measureMs }),
    );
    await delay(WARM_MS);
    const busyBefore = busyMicros();
    const before = await Promise.all(servers.map((server) => server.probe('begin')));
    await delay(measureMs);
    const after = await Promise.all(servers.map((server) => server.probe('read')));
    const machineMicros = busyMicros() - busyBefore;
    const cpuMicros = after.map((probe, index) => probe.cpuMicros - (before[index]?.cpuMicros ?? 0));
    const loopP99Ms = Math.max(...after.map((probe) => probe.loopP99Ms));
    return figures(await Promise.all(talks), { cpuMicros, machineMicros, loopP99Ms });
  } finally {
    await Promise.all(generators.map((generator) => generator.stop()));
  }
}

interface Cost {
  /** What each server has used of the CPU. */
  readonly cpuMicros: readonly number[];
  /** What the whole machine has: the rest is that of the generators, the databases and the network. */
  readonly machineMicros: number;
  readonly loopP99Ms: number;
}

function figures(seen: readonly Seen[], cost: Cost): Record<string, number> {
  const { cpuMicros, machineMicros, loopP99Ms } = cost;
  const seconds = Math.max(...seen.map(({ ms }) => ms)) / 1_000;
  const total = (of: (each: Seen) => number) => seen.reduce((sum, each) => sum + of(each), 0);
  const latency = new Histogram();
  for (const each of seen) latency.merge(each.latency);
  const delivered = total((each) => each.delivered);
  const servers = cpuMicros.reduce((sum, each) => sum + each, 0);
  const generators = total((each) => each.cpuMicros);
  const share = (micros: number) => micros / seconds / 10_000;
  return {
    'accepted/s': total((each) => each.accepted) / seconds,
    'delivered/s': delivered / seconds,
    'p50 ms': latency.percentile(0.5),
    'p99 ms': latency.percentile(0.99),
    'per packet': delivered / total((each) => each.packets),
    'cpu us/delivery': servers / delivered,
    'busiest cpu %': share(Math.max(...cpuMicros)),
    'servers %': share(servers),
    'generators %': share(generators),
    'rest %': share(Math.max(0, machineMicros - servers - generators)),
    'loop p99 ms': loopP99Ms,
    lost: lost(seen.flatMap(({ standings }) => standings)),
    doubled: total((each) => each.duplicates),
    refused: total((each) => each.refused),
    gaps: total((each) => each.gaps),
  };
}

/** What members should have been told, from where they began to the head of their room, and were not. */
export function lost(standings: readonly Standing[]): number {
  const heads = new Map<string, number>();
  for (const { roomId, head } of standings) heads.set(roomId, Math.max(heads.get(roomId) ?? 0, head));
  return standings.reduce(
    (sum, { roomId, members, base, received }) => sum + members * (heads.get(roomId) ?? 0) - base - received,
    0,
  );
}
