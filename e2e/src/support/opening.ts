import { test, type Page } from '@playwright/test';
import { neverHere } from './visits.js';

const KIB = 1024;

/** What a page took to open, in KiB as it came over the network, without the headers around it. */
interface Opening {
  /** What it asked for until it was painted with `whole` in it. */
  readonly needed: number;
  /** What it fetched ahead of its use from then on. */
  readonly ahead: number;
}

/** Opens an address in a browser that was never here, waits until nothing more comes, and leaves both figures in the report. */
export async function opening(page: Page, path: string, whole: string): Promise<Opening> {
  await neverHere(page);
  await page.addInitScript(markWhole, whole);
  await page.goto(path);
  await page.locator(whole).first().waitFor();
  // The font is among the last that are fetched ahead.
  await page.locator('html[data-font="inter"]').waitFor();
  await page.waitForLoadState('networkidle');
  const [needed = 0, ahead = 0] = (await page.evaluate(transferred)).map((bytes) => bytes / KIB);
  for (const [type, size] of Object.entries({ needed, ahead }))
    test.info().annotations.push({ type: `KiB ${type}`, description: size.toFixed(1) });
  return { needed, ahead };
}

/** Marks the frame that paints the page whole. */
function markWhole(whole: string): void {
  performance.setResourceTimingBufferSize(1_000);
  const look = (): void => {
    if (document.querySelector(whole)) performance.mark('whole');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The bytes of all that was asked for before the mark, and of all after it; what comes through a socket is not among them. */
function transferred(): [number, number] {
  const [mark] = performance.getEntriesByName('whole');
  if (!mark) throw new Error('The page was never whole.');
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  const sum = (some: PerformanceResourceTiming[]): number =>
    some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  const isNeeded = ({ startTime }: PerformanceEntry): boolean => startTime <= mark.startTime;
  return [sum(entries.filter(isNeeded)), sum(entries.filter((entry) => !isNeeded(entry)))];
}
