import { setTimeout as pass } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';

/** How many times slower a browser is to be than this machine lets it: `E2E_SLOW=4`. */
export const SLOWNESS = Number(process.env['E2E_SLOW'] ?? 1);

/** What each request of the page waits on its way, for each time slower. */
const LATENCY_MS = 100;

/** Makes all pages of a browser as slow as was asked for, to find what only holds on a quick machine and a quick network. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (SLOWNESS <= 1) return;
  context.on('page', (page) => void slowPageDown(page));
  // Not by the browser's own conditions: they would take the place of `setOffline`.
  await context.route(/\/api\/v1\//, async (route) => {
    await pass(LATENCY_MS * SLOWNESS);
    await route.fallback();
  });
}

async function slowPageDown(page: Page): Promise<void> {
  try {
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}
