import type { Page } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { expect, test, uniqueName } from './support/journey.js';
import { dataIsDear, neverHere } from './support/visits.js';

const KIB = 1024;

/** Counts the bytes that come over the network from now on, whatever they are, without the headers around them. */
async function countTransfer(page: Page): Promise<() => number> {
  await neverHere(page);
  // What is fetched ahead of its use, and the font, come once the page stands: they are no part of what it takes to open.
  await dataIsDear(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

/** Leaves the figure in the report, and holds it to the budget. */
function expectWithin(most: number, transferred: number): void {
  test.info().annotations.push({ type: 'KiB', description: (transferred / KIB).toFixed(1) });
  expect(transferred).toBeGreaterThan(50 * KIB);
  expect(transferred).toBeLessThan(most * KIB);
}

test('sign-in takes less than 200 KiB to open', async ({ visitor }) => {
  const { page } = await visitor();
  const transferred = await countTransfer(page);
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await expect(new Door(page).signInHeading).toBeVisible();
  expectWithin(200, transferred());
});

test('a conversation takes less than 300 KiB to open', async ({ person }) => {
  const { page, api } = await person('Ada');
  const room = await api.createRoom({ name: uniqueName('Light'), kind: 'private' });
  await api.sendAll(
    room.id,
    Array.from({ length: 50 }, (_, at) => `Message ${at}`),
  );
  const transferred = await countTransfer(page);
  // The connection is the last that it opens.
  const connected = page.waitForEvent('websocket');
  await page.goto(`/rooms/${room.id}`, { waitUntil: 'networkidle' });
  await connected;
  await expect(new Conversation(page).message('Message 49')).toBeVisible();
  expectWithin(300, transferred());
});

test('a browser that was here before shows in Inter from the first paint on', async ({ visitor }) => {
  const { page } = await visitor();
  // So late that nothing but the note of the visit before can have put it on.
  await page.route('**/inter-latin-*.woff2', (route) => route.abort());
  await page.goto('/sign-in');
  await expect(new Door(page).signInHeading).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-font', 'inter');
});
