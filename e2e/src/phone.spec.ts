import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expect, test, uniqueName } from './support/journey.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

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

test('nothing on a phone is wider than the phone', async ({ person }) => {
  const { page, api } = await person('Ida', PHONE);
  const room = await api.createRoom({ name: uniqueName('Wide'), kind: 'public', topic: 'x'.repeat(200) });
  await api.send(room.id, 'w'.repeat(600));
  for (const address of ['/', '/directory', '/people', `/rooms/${room.id}`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});
