// Loaded into a server before it starts: tells how long its event loop was held at most since it was last asked, in ms.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const NANOSECONDS_PER_MS = 1e6;
const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();

process.on('message', () => {
  process.send(delays.max / NANOSECONDS_PER_MS);
  delays.reset();
});
process.channel.unref();
