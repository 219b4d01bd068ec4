import type { Page } from '@playwright/test';

// A page of a test always has the focus, and the browser does not take it away: so the page itself is told otherwise.

/** The person turns to another window: the page stays visible and has no focus. */
export async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
}

/** The person turns back to the page. */
export async function lookBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => true;
    window.dispatchEvent(new Event('focus'));
  });
}
