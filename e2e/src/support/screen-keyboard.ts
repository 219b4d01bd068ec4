import type { Page } from '@playwright/test';

/** A keyboard on the screen covers so many pixels of a page that does not shrink for it; 0 puts it away. */
export async function coverByKeyboard(page: Page, pixels: number): Promise<void> {
  await page.evaluate((covered) => {
    const view = window.visualViewport;
    if (!view) throw new Error('this browser does not say what is in view');
    Object.defineProperty(view, 'height', { configurable: true, get: () => window.innerHeight - covered });
    view.dispatchEvent(new Event('resize'));
  }, pixels);
}
