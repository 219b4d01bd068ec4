import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Settings } from './pages/settings.js';
import { Finger } from './support/fingers.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';
import { expectToFit } from './support/overflow.js';

test('on a phone there is one pane at a time', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const room = await api.createRoom({ name: uniqueName('Pocket'), kind: 'private' });
  await api.send(room.id, 'In the pocket');
  const lobby = new Lobby(page);
  const talk = new Conversation(page);

  await lobby.open();
  await expect(lobby.row(room.name ?? '')).toBeVisible();
  await expect(talk.composer).toBeHidden();

  await lobby.row(room.name ?? '').tap();
  await expect(talk.message('In the pocket')).toBeVisible();
  await expect(lobby.conversations).toBeHidden();

  await page.getByRole('link', { name: 'Back to chats' }).tap();
  await expect(lobby.row(room.name ?? '')).toBeVisible();
  await expect(talk.composer).toBeHidden();
});

test('the way back leads to the list at its old place', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const names = Array.from({ length: 16 }, (_, index) => uniqueName(`Pocket ${index}`));
  for (const name of names) await api.createRoom({ name, kind: 'private' });
  const lobby = new Lobby(page);
  const row = lobby.row(names[2] ?? '');
  const top = async () => (await row.boundingBox())?.y;
  await lobby.open();
  await row.scrollIntoViewIfNeeded();
  const before = await top();
  await row.tap();
  await expect(lobby.conversations).toBeHidden();
  await page.goBack();
  await expect(row).toBeInViewport();
  expect(await top()).toBe(before);
});

test('the settings of a phone do not speak of keys, which whoever has some finds all the same', async ({ person }) => {
  const { page } = await person('Ida', PHONE);
  const settings = new Settings(page);
  await page.goto('/settings');
  await expect(settings.list.getByRole('link', { name: 'Appearance' })).toBeVisible();
  await expect(settings.list.getByRole('link', { name: 'Keyboard shortcuts' })).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('nothing on a phone is wider than the phone', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const room = await api.createRoom({ name: uniqueName('Wide'), kind: 'public', topic: 'x'.repeat(200) });
  await api.send(room.id, 'w'.repeat(600));
  for (const address of ['/', '/directory', '/people', `/rooms/${room.id}`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expectToFit(page);
  }
});

test('a finger that rests on a message opens what can be done with it, and leaves it in sight', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const room = await api.createRoom({ name: uniqueName('Held'), kind: 'private' });
  await api.sendAll(room.id, [...Array.from({ length: 20 }, (_, index) => `line ${index}`), 'Hold me']);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.message('Hold me')).toBeInViewport();
  await talk.hold('Hold me');

  const reply = page.getByRole('menuitem', { name: 'Reply' });
  await expect(reply).toBeVisible();
  const [menu, bubble] = [await page.getByRole('menu').boundingBox(), await talk.bubble('Hold me').boundingBox()];
  if (!menu || !bubble) throw new Error('Nothing is to be seen');
  const isBeside = menu.y >= bubble.y + bubble.height || menu.y + menu.height <= bubble.y;
  expect(isBeside, JSON.stringify({ menu, bubble })).toBe(true);
  expect((await reply.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await reply.tap();
  await expect(page.getByRole('button', { name: 'Do not answer this message' })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
});

test('a finger that rests on a conversation opens its one menu, and one that scrolls the list does not', async ({
  person,
}) => {
  const { page, api } = await person('Ida', PHONE);
  for (let index = 0; index < 20; index++) await api.createRoom({ name: uniqueName(`Held${index}`), kind: 'private' });
  const lobby = new Lobby(page);
  const menus = page.getByRole('menu');
  await page.clock.install();
  await page.addInitScript(() => {
    // The menu of the browser opens where nobody has said no to it.
    window.addEventListener('contextmenu', () => document.body.append('The browser opens its own menu'));
  });
  await lobby.open();
  const row = lobby.row('held16-');
  await expect(row).toBeVisible();

  const scrolling = await Finger.on(row);
  await scrolling.move(-200);
  await expect.poll(() => lobby.conversations.evaluate((list) => list.scrollTop)).toBeGreaterThan(100);
  await page.clock.runFor(2_000);
  await scrolling.lift();
  await expect(menus).toHaveCount(0);

  // The list may still be on its way: a finger would come down on another row.
  await row.tap({ trial: true });
  const resting = await Finger.on(row);
  await row.dispatchEvent('contextmenu', { pointerType: 'touch' });
  await page.clock.runFor(2_000);
  await expect(page.getByRole('menuitem', { name: 'Pin to the top' })).toBeVisible();
  await resting.lift();
  // Where the system asks once more as the finger lifts, it is refused for a moment: only then the clock goes on.
  await expect(menus).toHaveCount(1);
  await expect(page.getByText('The browser opens its own menu')).toHaveCount(0);
  await page.clock.runFor(2_000);
  await expect(page).toHaveURL('/');
  await page.getByRole('menuitem', { name: 'Pin to the top' }).tap();
  await expect(row.getByRole('img', { name: 'Pinned' })).toBeVisible();
  await row.tap();
  await expect(page).toHaveURL(/\/rooms\//);
});
