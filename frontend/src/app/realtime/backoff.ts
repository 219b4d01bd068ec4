const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** A try right after the last one would only fail again. */
const LEAST_MS = 100;

/**
 * How long to wait before the next try: anywhere up to a ceiling that doubles from half a second to thirty ("full jitter":
 * Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), so that clients that were dropped together
 * come back spread over the whole wait.
 *
 * @param attempt how many tries have failed since the last success, from 1
 * @param random a number from 0 to 1
 */
export function retryDelay(attempt: number, random: number = Math.random()): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(LEAST_MS + random * (ceiling - LEAST_MS));
}
