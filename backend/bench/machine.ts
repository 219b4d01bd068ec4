import { cpus } from 'node:os';

/** How long all cores of this machine together have worked since it began, in microseconds. */
export function busyMicros(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) * 1_000;
}
