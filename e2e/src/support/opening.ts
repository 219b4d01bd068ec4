import { test, type Page } from '@playwright/test';
import { neverHere } from './visits.js';

const KIB = 1024;

/** What a page took to open, in KiB as it came over the network, without the headers around it. */
interface Opening {
  /** What it asked for until it was painted with `whole` in it. */
  readonly needed: number;
  /** What it fetched ahead of its use from then on. */
  readonly ahead: number;
  /** In how many files its program came until then: each costs the browser time, however small it is. */
  readonly scripts: number;
}

/** Opens an address in a browser that was never here, waits until nothing more comes, and leaves the figures in the report. */
export async function opening(page: Page, path: string, whole: string): Promise<Opening> {
  await neverHere(page);
  await page.addInitScript(markWhole, whole);
  await page.goto(path);
  await page.locator(whole).first().waitFor();
  // The font is among the last that are fetched ahead.
  await page.locator('html[data-font="inter"]').waitFor();
  await page.waitForLoadState('networkidle');
  const [needed, ahead, scripts] = await page.evaluate(transferred);
  const figures = { needed: needed / KIB, ahead: ahead / KIB, scripts };
  for (const [type, figure] of Object.entries(figures))
    test.info().annotations.push({ type, description: figure.toFixed(1) });
  return figures;
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

/**
 * The bytes of all that was asked for before the mark, and of all after it, and the scripts before it; what comes through a socket
 * is not among them.
 */
function transferred(): [needed: number, ahead: number, scripts: number] {
  const [mark] = performance.getEntriesByName('whole');
  if (!mark) throw new Error('The page was never whole.');
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  const sum = (some: PerformanceResourceTiming[]): number =>
    some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  const isNeeded = ({ startTime }: PerformanceEntry): boolean => startTime <= mark.startTime;
  const needed = entries.filter(isNeeded);
  const scripts = needed.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
  return [sum(needed), sum(entries.filter((entry) => !isNeeded(entry))), scripts.length];
}
