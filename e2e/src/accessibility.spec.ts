import { Conversation } from './pages/conversation.js';
import { Directory } from './pages/directory.js';
import { Door } from './pages/door.js';
import { Lobby } from './pages/lobby.js';
import { People } from './pages/people.js';
import { expectAccessible, expectAccessibleAsItIs } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';

const SETTINGS = ['profile', 'appearance', 'notifications'].map((name) => `/settings/${name}`);

test('sign-in and sign-up can be used by everybody', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/sign-in');
  await expect(new Door(page).signInHeading).toBeVisible();
  await expectAccessible(page);
  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectAccessible(page);
});

test('the pages inside can be used by everybody', async ({ person }) => {
  const ida = await person('Ida');
  const max = await person('Max');
  const room = await ida.api.createRoom({ name: uniqueName('Common'), kind: 'public', topic: 'For all' });
  await max.api.join(room.id);
  await max.api.sendAll(room.id, ['Hello', 'See https://example.org', 'Bye']);
  await ida.api.send(room.id, 'Hello back');
  const { page } = ida;

  await new Lobby(page).open();
  await expect(new Lobby(page).row(room.name ?? '')).toBeVisible();
  await expectAccessible(page);

  await new Conversation(page).open(room.id);
  await expect(new Conversation(page).message('Hello back')).toBeVisible();
  await expectAccessible(page);

  const directory = new Directory(page);
  await directory.open();
  await directory.search(room.name ?? '');
  await expect(directory.rooms.getByRole('link', { name: `Open ${room.name ?? ''}` })).toBeVisible();
  await expectAccessible(page);

  await new People(page).open();
  await expect(new People(page).list.getByRole('button').first()).toBeVisible();
  await expectAccessible(page);
});

test('the main pages can be used by everybody in a dark theme that was chosen', async ({ person }) => {
  const { page, api, context } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Night'), kind: 'public', topic: 'After hours' });
  await api.sendAll(room.id, ['Hello', '`code` and https://example.org']);
  await context.addInitScript(() => localStorage.setItem('parley:preferences', '{"theme":"dark"}'));
  for (const path of ['/', `/rooms/${room.id}`, '/directory', '/people', ...SETTINGS]) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
    await expect(page.locator('parley-skeleton-rows')).toHaveCount(0);
    await expectAccessibleAsItIs(page);
  }
  await context.clearCookies();
  await page.goto('/sign-in');
  await expect(new Door(page).signInHeading).toBeVisible();
  await expectAccessibleAsItIs(page);
});

test('the page that waits for a server can be used by everybody', async ({ visitor }) => {
  const { page } = await visitor();
  await page.route('**/api/v1/auth/session', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Parley does not answer' })).toBeVisible();
  await expectAccessible(page);
});

test('a conversation can be opened and answered from the keyboard alone', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Keys'), kind: 'private' });
  const lobby = new Lobby(page);
  await lobby.open();
  await lobby.row(room.name ?? '').focus();
  await page.keyboard.press('Enter');
  const talk = new Conversation(page);
  await expect(talk.composer).toBeFocused();
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(talk.message('By hand')).toBeVisible();
  await expect(talk.composer).toHaveValue('');
});
