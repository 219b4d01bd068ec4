import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    parleyTones: number;
  }
}

/** Counts the tones that the pages of a browser play from now on. */
export async function recordTones(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.parleyTones = 0;
    const source = AudioScheduledSourceNode.prototype;
    const start = Object.getOwnPropertyDescriptor(source, 'start')?.value as (this: unknown, at?: number) => void;
    source.start = function (at) {
      window.parleyTones += 1;
      start.call(this, at);
    };
  });
}

/** How many tones a page has played. */
export const tonesIn = (page: Page): Promise<number> => page.evaluate(() => window.parleyTones);
