/** How many values a statement may name; both databases take more, none gets faster by it. */
const CHUNK = 500;

/** Asks for many values a chunk at a time, and gives back all the answers. */
export async function inChunks<T, R>(values: readonly T[], ask: (chunk: readonly T[]) => Promise<R[]>): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < values.length; start += CHUNK) {
    answers.push(...(await ask(values.slice(start, start + CHUNK))));
  }
  return answers;
}
