import type { Page } from '@playwright/test';

/** Kills what renders a page, in the middle of whatever it does. */
export async function crash(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer.
  client.send('Page.crash').catch(() => undefined);
  await crashed;
}
