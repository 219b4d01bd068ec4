import { expect, type Page } from '@playwright/test';

/** Nothing of the page is wider than its window. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, page.url()).toBeLessThanOrEqual(0);
}
