import type { Page } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { expect, test, uniqueName } from './support/journey.js';

const KIB = 1024;

interface Transfer {
  /** The page, scripts, styles and answers, as they were packed. */
  readonly packed: () => number;
  /** Text stands before its font is there, so that is counted apart. */
  readonly fonts: () => number;
}

/** Counts the bytes that come over the network from now on, without the headers around them. */
async function countTransfer(page: Page): Promise<Transfer> {
  // What is fetched ahead of its use, once a page stands, is no part of it.
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const fontRequests = new Set<string>();
  const bytes = { packed: 0, fonts: 0 };
  client.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fontRequests.add(requestId));
  client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    bytes[fontRequests.has(requestId) ? 'fonts' : 'packed'] += encodedDataLength;
  });
  return { packed: () => bytes.packed, fonts: () => bytes.fonts };
}

/** Leaves the figures in the report, and holds them to the budget. */
function expectWithin(most: number, { packed, fonts }: Transfer): void {
  const description = `${(packed() / KIB).toFixed(1)} and ${(fonts() / KIB).toFixed(1)} of fonts`;
  test.info().annotations.push({ type: 'KiB', description });
  expect(packed()).toBeGreaterThan(50 * KIB);
  expect(packed()).toBeLessThan(most * KIB);
  expect(fonts()).toBeLessThan(50 * KIB);
}

test('sign-in takes less than 200 KiB to open', async ({ visitor }) => {
  const { page } = await visitor();
  const transferred = await countTransfer(page);
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await expect(new Door(page).signInHeading).toBeVisible();
  expectWithin(200, transferred);
});

test('a conversation takes less than 300 KiB to open', async ({ person }) => {
  const { page, api } = await person('Ada');
  const room = await api.createRoom({ name: uniqueName('Light'), kind: 'private' });
  await api.sendAll(
    room.id,
    Array.from({ length: 50 }, (_, at) => `Message ${at}`),
  );
  const transferred = await countTransfer(page);
  await page.goto(`/rooms/${room.id}`, { waitUntil: 'networkidle' });
  await expect(new Conversation(page).message('Message 49')).toBeVisible();
  expectWithin(300, transferred);
});
