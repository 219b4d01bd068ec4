import { expect, type Page } from '@playwright/test';
import { Lobby } from '../pages/lobby.js';

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

/** Opens the list of conversations, and turns to another window once it is there. */
export async function openAndLeave(page: Page, ...rooms: readonly { name: string }[]): Promise<void> {
  const lobby = new Lobby(page);
  await lobby.open();
  for (const { name } of rooms) await expect(lobby.row(name)).toBeVisible();
  await lookAway(page);
}
