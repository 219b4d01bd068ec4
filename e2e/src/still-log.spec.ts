import type { Page } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { Settings } from './pages/settings.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';
import { expectStill, readInTheMiddle, secondInView } from './support/reading-place.js';
import { roomOf } from './support/rooms.js';
import { coverByKeyboard } from './support/screen-keyboard.js';
import { neverHere } from './support/visits.js';

const KEYBOARD_PX = 320;
const LINES = Array.from({ length: 40 }, (_, index) => `line ${String(index + 1).padStart(2, '0')}`);

/** Reads somewhere in the middle, and sees that what is read stays where it is whatever happens. */
async function expectStillWhile({ log }: Conversation, happens: () => Promise<void>): Promise<void> {
  const read = await readInTheMiddle(log);
  await happens();
  await expectStill(log, read);
}

/** Lets the font come only when told to. */
async function holdFont(page: Page): Promise<() => void> {
  let come = (): void => undefined;
  const isFree = new Promise<void>((free) => (come = free));
  await page.route('**/inter-latin-*.woff2', async (route) => {
    await isFree;
    await route.continue();
  });
  return come;
}

/** The newest message stands wholly over the field, and the field in what is left of the window. */
async function expectEndAtHand(talk: Conversation, newest: string, left: number): Promise<void> {
  await expect(async () => {
    const [message, field] = [await talk.bubble(newest).boundingBox(), await talk.composer.boundingBox()];
    if (!message || !field) throw new Error('nothing is to be seen');
    expect(message.y + message.height).toBeLessThanOrEqual(field.y);
    expect(field.y + field.height).toBeLessThanOrEqual(left);
  }).toPass({ timeout: 5_000 });
}

test('a keyboard that opens over the page, or makes it lower, moves nothing that one reads', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const room = await api.createRoom({ name: uniqueName('Keyboard'), kind: 'private' });
  await api.sendAll(room.id, LINES);
  const talk = new Conversation(page);
  await talk.open(room.id);
  const { width, height } = PHONE.viewport;
  const left = height - KEYBOARD_PX;
  await expectEndAtHand(talk, 'line 40', height);

  await coverByKeyboard(page, KEYBOARD_PX);
  await expectEndAtHand(talk, 'line 40', left);
  await coverByKeyboard(page, 0);
  await expectEndAtHand(talk, 'line 40', height);
  await page.setViewportSize({ width, height: left });
  await expectEndAtHand(talk, 'line 40', left);
  await page.setViewportSize({ width, height });

  const isLow = () => expect.poll(async () => (await talk.log.boundingBox())?.height).toBeLessThan(left);
  await expectStillWhile(talk, async () => {
    await coverByKeyboard(page, KEYBOARD_PX);
    await isLow();
  });
  await expectStillWhile(talk, async () => {
    await coverByKeyboard(page, 0);
    await page.setViewportSize({ width, height: left });
    await isLow();
  });
});

test('a picture that arrives moves nothing that one reads', async ({ person }) => {
  const [ida, max] = [await person('Ida'), await person('Max')];
  const room = await roomOf('Pictures', ida, max);
  for (const line of LINES) await (line.endsWith('0') ? ida : max).api.send(room.id, line);
  const talk = new Conversation(ida.page);
  await talk.open(room.id);
  await expect(talk.message('line 40')).toBeInViewport();
  const settings = new Settings(max.page);
  await settings.open('Profile');
  await expectStillWhile(talk, async () => {
    const dialog = await settings.choosePicture(await max.page.screenshot());
    await dialog.getByRole('button', { name: 'Use this picture' }).click();
    await expect(talk.log.locator('parley-avatar img').first()).toHaveJSProperty('naturalWidth', 256);
  });
});

test('a first start shows before the font is here, and the font moves nothing that one reads', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const room = await api.createRoom({ name: uniqueName('Font'), kind: 'private' });
  await api.sendAll(
    room.id,
    LINES.map((line) =>
      `${line} is so long that another font breaks it elsewhere, and it takes more room or less. `.repeat(2),
    ),
  );
  await neverHere(page);
  const come = await holdFont(page);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.message('line 40')).toBeInViewport();
  const html = page.locator('html');
  await expect(html).not.toHaveAttribute('data-font');
  await readInTheMiddle(talk.log);
  // Where no font of the system is like Inter, the message at the edge takes other room: what stands below it stays.
  const read = await secondInView(talk.log);
  come();
  await expect(html).toHaveAttribute('data-font', 'inter');
  await expectStill(talk.log, read);
});
