// Turns the wheel over a log as fast as a hand does, and counts the frames meanwhile.
import { setTimeout as pause } from 'node:timers/promises';

export const [UP, DOWN] = [-120, 120];
export const SCROLL_MS = 5_000;

/** Scrolls as fast as a hand does, and looks for frames that come late. */
export async function scroll(page, by, ms = SCROLL_MS) {
  await page.getByRole('log').hover();
  const counted = page.evaluate(countFrames, ms);
  const end = performance.now() + ms;
  while (performance.now() < end) {
    await page.mouse.wheel(0, by);
    await pause(16);
  }
  return counted;
}

/** In the page: the frames of so many milliseconds. A screen of 60 Hz shows one every 17; one that is missed shows as a gap. */
async function countFrames(ms) {
  const gaps = [];
  const began = performance.now();
  for (let last = began; last - began < ms;) {
    const now = await new Promise((done) => requestAnimationFrame(() => done(performance.now())));
    gaps.push(now - last);
    last = now;
  }
  return {
    framesPerSecond: Math.round(gaps.length / (ms / 1_000)),
    gapsOver25Ms: gaps.filter((gap) => gap > 25).length,
    longestGapMs: Math.round(Math.max(...gaps)),
  };
}
