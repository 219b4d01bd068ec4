import { request, type Agent } from 'node:http';
import { Histogram } from '../histogram.js';

/** @returns how long the answer took, in microseconds, and what it was */
export function timed(url: URL, token: string, agent: Agent): Promise<{ micros: number; text: string }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ micros: (performance.now() - begun) * 1_000, text });
        else reject(new Error(`${url.pathname} answered ${response.statusCode ?? 0}.`));
      });
    });
    asked.on('error', reject).end();
  });
}

/** Asks so many times, each of which says how many microseconds it took, and sums that up. */
export async function repeat(
  what: string,
  requests: number,
  ask: () => Promise<number>,
): Promise<Record<string, number>> {
  const durations = new Histogram();
  for (let number = 0; number < requests; number += 1) durations.add(await ask());
  return { [`${what} p50 ms`]: durations.percentile(0.5), [`${what} p99 ms`]: durations.percentile(0.99) };
}
