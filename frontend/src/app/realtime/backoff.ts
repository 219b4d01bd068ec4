const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try to connect: doubles from half a second to thirty, and anywhere
 * between half of that and all of it, so that clients dropped together do not come back together.
 *
 * @param attempt how many tries have failed since the last success, from 1
 * @param random a number from 0 to 1
 */
export function retryDelay(attempt: number, random: number = Math.random()): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
