import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { test as base } from './journey.js';
import { slowDown } from './slowness.js';

/** A test with a browser that keeps what it has in a folder: once it is closed, it can be opened again. */
export const test = base.extend<{ openBrowser: () => Promise<BrowserContext> }>({
  openBrowser: async ({ playwright, contextOptions }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-browser-'));
    const opened: BrowserContext[] = [];
    await use(async () => {
      const browser = await playwright.chromium.launchPersistentContext(folder, contextOptions);
      opened.push(browser);
      await slowDown(browser);
      return browser;
    });
    for (const browser of opened) await browser.close();
    await rm(folder, { recursive: true, force: true });
  },
});
