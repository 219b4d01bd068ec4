import { expect, type Page } from '@playwright/test';

/** Waits until this device has kept a draft with these words. What is typed is written down after a pause. */
export async function expectKept(page: Page, words: string): Promise<void> {
  await expect.poll(() => keptDrafts(page)).toContain(words);
}

const keptDrafts = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done, fail) => {
        const opening = indexedDB.open('parley');
        opening.onerror = () => fail(new Error('The database does not open'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            done(JSON.stringify(reading.result));
          };
        };
      }),
  );

/** Keeps every other page of this browser waiting for its database, as a busy machine does, until this one is closed. */
export async function holdDatabase(page: Page): Promise<void> {
  await page.goto('/health/live');
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('parley', 1);
        opening.onerror = () => fail(new Error('The database does not open'));
        opening.onsuccess = () => {
          // What is asked for now comes after the deletion, which waits for this connection to close.
          indexedDB.deleteDatabase('parley').onblocked = () => done();
        };
      }),
  );
}
