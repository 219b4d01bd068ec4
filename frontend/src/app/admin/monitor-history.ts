import type { Instance, Monitor } from '#shared';

/** What the page has seen so far: the last answer, and the lines and peaks that grow from one to the next. */
export interface MonitorHistory {
  readonly last: Monitor;
  /** The sockets of each instance over the last minutes, oldest first, by its id. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
  /** The most events a second since the page was opened. */
  readonly peakEvents: number;
}

/** At one answer in two seconds: a quarter of an hour. */
const POINTS = 450;

/** The history after one more answer; an instance that is gone takes its line with it. */
export function withAnswer(history: MonitorHistory | null, answer: Monitor): MonitorHistory {
  const lines = answer.instances.map(({ id, sockets }) => [
    id,
    [...(history?.lines[id] ?? []), sockets].slice(-POINTS),
  ]);
  return {
    last: answer,
    lines: Object.fromEntries(lines) as MonitorHistory['lines'],
    peakEvents: Math.max(history?.peakEvents ?? 0, sumOf(answer, 'events')),
  };
}

/** One of the figures over all instances. */
export const sumOf = ({ instances }: Monitor, figure: 'sockets' | 'events' | 'slowReaders'): number =>
  instances.reduce((sum, instance) => sum + instance[figure], 0);

/** Something about the instance that an admin should look at. */
export const isUnwell = ({ bus, database, slowReaders }: Instance): boolean =>
  bus === 'degraded' || database === 'down' || slowReaders > 0;
