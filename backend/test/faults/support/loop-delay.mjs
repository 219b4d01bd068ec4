// Loaded into a server before it starts: tells the longest time that its event loop was held since it was last asked, in ms.
// It is counted in the beats of a thread beside it, which has a little to compute at each: a machine that is slow or busy slows
// them too, and what it withholds from both is not counted.
import { Worker } from 'node:worker_threads';

const BEAT_MS = 5;
/** Most of a millisecond. */
const STEPS = 1e6;
const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
const beating = `
  const { workerData } = require('node:worker_threads');
  const beat = () => {
    for (let step = 0; step < workerData.steps; step += 1) Math.sqrt(step);
    Atomics.add(workerData.beats, 0, 1);
  };
  setInterval(beat, workerData.every);
`;
// Without the options of the process, which would load this file there too.
new Worker(beating, { eval: true, execArgv: [], workerData: { beats, every: BEAT_MS, steps: STEPS } }).unref();

let last = 0;
let longest = 0;

function look() {
  const now = Atomics.load(beats, 0);
  longest = Math.max(longest, now - last);
  last = now;
}

setInterval(look, BEAT_MS).unref();
process.on('message', () => {
  look();
  process.send(longest * BEAT_MS);
  longest = 0;
});
process.channel.unref();
