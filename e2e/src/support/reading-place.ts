import { expect, type Locator } from '@playwright/test';

/** Where a pixel is cut in two, it may fall to either side. */
export const STILL_PX = 2;

/** A message of a log, and where its upper edge stands. */
export interface ReadingPlace {
  readonly place: string;
  /** In pixels of the window. */
  readonly top: number;
  /** In pixels below the upper edge of the log. */
  readonly below: number;
}

/** The message that is the first one in view. */
export const firstInView = (log: Locator): Promise<ReadingPlace> => inView(log, 0);

/** The message below the first one in view: what comes above it may take more or less room without moving it. */
export const secondInView = (log: Locator): Promise<ReadingPlace> => inView(log, 1);

const inView = (log: Locator, index: number): Promise<ReadingPlace> =>
  log.evaluate((element, wanted) => {
    const { top: edge } = element.getBoundingClientRect();
    const rows = Array.from(element.querySelectorAll('[data-place]'));
    const row = rows.filter((each) => each.getBoundingClientRect().bottom > edge)[wanted];
    const top = row?.getBoundingClientRect().top ?? NaN;
    return { place: row?.getAttribute('data-place') ?? '', top, below: top - edge };
  }, index);

/** Reads somewhere in the middle of a log that is a few pages long. */
export async function readInTheMiddle(log: Locator): Promise<ReadingPlace> {
  const isAway = log.page().getByRole('button', { name: /Jump to the newest message/ });
  // The log may still be about to come to its end when it has just been opened.
  await expect(async () => {
    await log.evaluate((element) => element.scrollTo(0, 100));
    await expect(isAway).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return firstInView(log);
}

/** What one has read stands where it stood, on the screen. */
export const expectStill = (log: Locator, { place, top }: ReadingPlace): Promise<void> =>
  expect
    .poll(async () => Math.abs((await placeOf(log, place)).top - top), `how far ${place} has moved`)
    .toBeLessThanOrEqual(STILL_PX);

/** What one has read stands where it stood in its log, wherever that has gone. */
export const expectStillInLog = (log: Locator, { place, below }: ReadingPlace): Promise<void> =>
  expect
    .poll(async () => Math.abs((await placeOf(log, place)).below - below), `how far ${place} has moved in its log`)
    .toBeLessThanOrEqual(STILL_PX);

const placeOf = (log: Locator, place: string): Promise<Pick<ReadingPlace, 'top' | 'below'>> =>
  log.evaluate((element, wanted) => {
    const row = element.querySelector(`[data-place="${wanted}"]`);
    const top = row?.getBoundingClientRect().top ?? NaN;
    return { top, below: top - element.getBoundingClientRect().top };
  }, place);
