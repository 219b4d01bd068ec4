import type { Locator } from '@playwright/test';
import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';
import { Network } from './support/network.js';
import { expectStillInLog, readInTheMiddle } from './support/reading-place.js';

const LINES = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
const VIEWS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: PHONE,
};

/** How many pixels lie between the lower edge of one and the upper edge of the other; less than 0 where it is covered. */
async function gapBetween(over: Locator, under: Locator): Promise<number> {
  const [above, below] = [await over.boundingBox(), await under.boundingBox()];
  return (below?.y ?? NaN) - (above?.y ?? NaN) - (above?.height ?? NaN);
}

for (const [view, options] of Object.entries(VIEWS)) {
  test(`word of a lost connection covers nothing, and moves nothing that one reads, ${view}`, async ({ person }) => {
    const { page, context, api } = await person('Ida', options);
    const network = await Network.of(context);
    const room = await api.createRoom({ name: uniqueName('Away'), kind: 'private' });
    await api.sendAll(room.id, LINES);
    const talk = new Conversation(page);
    const connection = new ConnectionBanner(page);
    const header = page.locator('parley-room-header');
    const top = async (of: Locator): Promise<number> => (await of.boundingBox())?.y ?? NaN;
    await talk.open(room.id);
    // On a slow machine it may have said already that it connects.
    await expect.poll(() => top(header)).toBe(0);
    const read = await readInTheMiddle(talk.log);

    await network.cut();
    await expect(connection.banner).toBeVisible();
    await expect.poll(() => top(header)).toBeGreaterThan(0);
    await expect.poll(() => gapBetween(connection.banner, header)).toBeGreaterThanOrEqual(0);
    await expectStillInLog(talk.log, read);

    network.mend();
    await connection.comeBack();
    await expect.poll(() => top(header)).toBe(0);
    await expectStillInLog(talk.log, read);
  });
}
