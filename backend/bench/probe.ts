import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

const RESOLUTION_MS = 5;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

/** What a server process has used: CPU since it began, memory now, its event loop since the last `begin`. */
export interface Probe {
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
}

/** `begin` starts the watch of the event loop afresh; `rest` collects garbage first, so that memory is what is held. */
export type Asked = 'begin' | 'read' | 'rest';

async function answer(asked: Asked): Promise<Probe> {
  if (asked === 'begin') loop.reset();
  if (asked === 'rest') await collect();
  const { user, system } = process.cpuUsage();
  return {
    cpuMicros: user + system,
    rssBytes: process.memoryUsage.rss(),
    loopP99Ms: Math.max(0, loop.percentile(99) / 1e6 - RESOLUTION_MS),
    loopMaxMs: Math.max(0, loop.max / 1e6 - RESOLUTION_MS),
  };
}

/** Twice: what the first pass sets free by finalizers, the second returns. */
async function collect(): Promise<void> {
  for (let pass = 0; pass < 2; pass += 1) {
    globalThis.gc?.();
    await delay(100);
  }
}

loop.enable();
process.on('message', (asked: Asked) => void answer(asked).then((probe) => process.send?.(probe)));
// The probe watches the server; it does not keep it alive.
process.channel?.unref();
