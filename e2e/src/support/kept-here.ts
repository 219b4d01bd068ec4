import { expect, type Page } from '@playwright/test';

type Shelf = 'drafts' | 'rooms';

/** Waits until this device has kept a draft with these words. What is typed is written down after a pause. */
export const expectKept = (page: Page, words: string): Promise<void> => expectOn('drafts', page, words);

/**
 * Waits until this device has kept a room with these words: of its line in the list, or of its log. Rooms are kept every few
 * seconds, so a page that goes before has to ask the network for them.
 */
export const expectRoomKept = (page: Page, words: string): Promise<void> => expectOn('rooms', page, words);

const expectOn = (shelf: Shelf, page: Page, words: string): Promise<void> =>
  expect.poll(() => keptOn(page, shelf)).toContain(words);

const keptOn = (page: Page, shelf: Shelf): Promise<string> =>
  page.evaluate(
    (name) =>
      new Promise<string>((done, fail) => {
        const opening = indexedDB.open('parley');
        opening.onerror = () => fail(new Error('The database does not open'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            done(JSON.stringify(reading.result));
          };
        };
      }),
    shelf,
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
