import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Settings } from './pages/settings.js';
import { expect, test, uniqueName } from './support/journey.js';
import { expectToFit } from './support/overflow.js';

const PAGES = ['/', '/directory', '/people', '/nowhere', '/settings', '/settings/profile', '/settings/notifications'];

/** A window of 1280 pixels at twice the size, and the smallest that anybody has. */
const WINDOWS = {
  'a desktop at twice the size': { viewport: { width: 640, height: 400 } },
  'the smallest phone': { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
};

for (const [name, options] of Object.entries(WINDOWS)) {
  test(`nothing is cut off or wider than its window, ${name}`, async ({ person }) => {
    const { page, api } = await person('Ida', options);
    const room = await api.createRoom({ name: uniqueName('Narrow'), kind: 'public', topic: 'x'.repeat(200) });
    await api.send(room.id, 'w'.repeat(200));
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expectToFit(page);
    }
    const talk = new Conversation(page);
    await talk.open(room.id);
    await expect(talk.composer).toBeInViewport({ ratio: 1 });
    await expect(talk.message('w'.repeat(200))).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeInViewport({ ratio: 1 });
    await expectToFit(page);
  });
}

test('where the system chooses the colours, edges say what grounds have said', async ({ person }) => {
  const { page, api } = await person('Ida', { forcedColors: 'active' });
  const room = await api.createRoom({ name: uniqueName('Contrast'), kind: 'public' });
  await api.send(room.id, 'Hello');
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.bubble('Hello')).toHaveCSS('outline', /solid 1px/);
  await expect(new Lobby(page).row(room.name ?? '')).toHaveCSS('outline', /solid 2px/);
  await expect(page.locator('parley-wallpaper').first()).toBeHidden();

  const settings = new Settings(page);
  await settings.open('Notifications');
  for (const control of [settings.switch('Show what was written'), settings.radio('Every message')]) {
    await expect(control).toHaveCSS('appearance', 'auto');
  }
});
