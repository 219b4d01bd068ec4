import type { Page } from '@playwright/test';
import { test as base } from './journey.js';
import { PrivateProduct } from './private-product.js';

/** A test with a product of its own, so that it can be renewed under its readers. */
export const test = base.extend<{ product: PrivateProduct }>({
  product: async ({ browserName: _ }, use) => {
    const product = await PrivateProduct.start();
    await use(product);
    await product.remove();
  },
});

/** Waits until the worker has kept the whole shell, and answers for this page. */
export async function becomeInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const manifest = (await (await fetch('/ngsw.json')).json()) as { assetGroups: { name: string; urls: string[] }[] };
    const shell = manifest.assetGroups.find(({ name }) => name === 'shell')?.urls ?? [];
    const isKept = async () => (await Promise.all(shell.map((url) => caches.match(url)))).every(Boolean);
    while (!navigator.serviceWorker.controller || !(await isKept())) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}
