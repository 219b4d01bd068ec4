import type { Workshop } from './workshop.js';

/** How large and how long; the defaults are what the targets are about. */
export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  /** Below 1 for a try: members, connections and messages by this factor. */
  readonly scale: number;
}

/** One run of one contender: a line of JSON, and a line of the table. */
export interface Run {
  readonly workload: string;
  readonly size: number;
  readonly contender: string;
  readonly round: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** What a workload has to reach, as a ratio or a figure of this run. */
export interface Target {
  readonly what: string;
  readonly is: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Not a matter of speed: the bench fails where it is missed. */
  readonly isMust?: true;
}

export interface Workload {
  readonly name: string;
  run(workshop: Workshop, options: Options): AsyncGenerator<Omit<Run, 'workload'>>;
  targets(runs: readonly Run[]): Target[];
}

/** The median of a figure over the rounds; NaN where there is none. */
export function median(runs: readonly Run[], contender: string, size: number, figure: string): number {
  const values = runs
    .filter((run) => run.contender === contender && run.size === size)
    .flatMap(({ figures }) => figures[figure] ?? [])
    .sort((one, other) => one - other);
  const middle = values.length / 2;
  if (values.length === 0) return Number.NaN;
  return ((values[Math.ceil(middle) - 1] ?? 0) + (values[Math.floor(middle)] ?? 0)) / 2;
}

/** Nothing may be lost or doubled in any run of a contender. */
export function noLosses(runs: readonly Run[], what: string, contenders: readonly string[]): Target {
  const wrong = runs
    .filter(({ contender }) => contenders.includes(contender))
    .map(({ figures }) => Math.abs(figures['lost'] ?? Number.NaN) + (figures['doubled'] ?? Number.NaN));
  const is = wrong.length === 0 ? Number.NaN : wrong.reduce((sum, each) => sum + each, 0);
  return { what: `${what}, messages lost or doubled`, is, atMost: 0, isMust: true };
}

export const scaled = (count: number, { scale }: Options): number => Math.max(2, Math.round(count * scale));
