import type { BrowserContext, Page } from '@playwright/test';

const FONT_KEY = 'parley:font';

/** The browser has been here before, and has Inter: the page shows in it from the first paint on. */
export async function beenHere(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => {
    if (location.protocol.startsWith('http')) localStorage.setItem(key, 'here');
  }, FONT_KEY);
}

/** The browser was never here, for each page that it opens from now on. */
export async function neverHere(page: Page): Promise<void> {
  await page.addInitScript((key) => localStorage.removeItem(key), FONT_KEY);
}

/** Whoever uses this browser pays for every byte: nothing is fetched ahead of its use. */
export async function dataIsDear(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
}
