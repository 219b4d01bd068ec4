import type { Locator } from '@playwright/test';

/** The message that is the first one in view, and where it stands, in pixels of the window. */
export const firstInView = (log: Locator): Promise<{ place: string; top: number }> =>
  log.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    const rows = Array.from(element.querySelectorAll('[data-place]'));
    const first = rows.find((row) => row.getBoundingClientRect().bottom > top);
    return { place: first?.getAttribute('data-place') ?? '', top: first?.getBoundingClientRect().top ?? NaN };
  });

/** Where a message stands now. */
export const topOf = (log: Locator, place: string): Promise<number> =>
  log.locator(`[data-place="${place}"]`).evaluate((row) => row.getBoundingClientRect().top);
