// Loaded into a server before it starts: tells how long its event loop was held since it was last asked, in ms. What holds
// it again and again, as a lock does at every try, is in the slowest hundredth; a single stall of the machine is not.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const NANOSECONDS_PER_MS = 1e6;
const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();

process.on('message', () => {
  process.send(delays.percentile(99) / NANOSECONDS_PER_MS);
  delays.reset();
});
process.channel.unref();
