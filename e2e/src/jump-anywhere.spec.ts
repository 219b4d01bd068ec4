import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Switcher } from './pages/switcher.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';

test('a few letters and Enter open a conversation, begin one, join a room and do things', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const own = await ada.api.createRoom({ name: uniqueName('Harbour'), kind: 'private' });
  const open = await grace.api.createRoom({ name: uniqueName('Lantern'), kind: 'public' });
  const { page } = ada;
  const switcher = new Switcher(page);
  const talk = new Conversation(page);
  await new Lobby(page).open();

  await switcher.open();
  await expect(switcher.active).toContainText(own.name ?? '');
  await switcher.field.pressSequentially('harb');
  await expect(switcher.active.locator('mark')).toHaveText('Harb', { ignoreCase: true });
  await page.keyboard.press('Enter');
  await expect(talk.title(own.name ?? '')).toBeVisible();
  await expect(switcher.dialog).toBeHidden();

  await switcher.open();
  await switcher.field.pressSequentially(`@${grace.user.username}`);
  await expect(switcher.active).toContainText('Grace');
  await page.keyboard.press('Enter');
  await expect(talk.title('Grace')).toBeVisible();

  await switcher.open();
  await switcher.field.pressSequentially(`#${open.name ?? ''}`);
  await expect(switcher.active).toContainText(open.name ?? '');
  await page.keyboard.press('Enter');
  await expect(talk.title(open.name ?? '')).toBeVisible();
  await expect(talk.composer).toBeVisible();

  await switcher.open();
  await switcher.field.pressSequentially('>create');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Create a room' })).toBeVisible();
});

test('the switcher finds without the server what is held here, and says so', async ({ person }) => {
  const ada = await person('Ada');
  const own = await ada.api.createRoom({ name: uniqueName('Harbour'), kind: 'private' });
  const switcher = new Switcher(ada.page);
  await new Lobby(ada.page).open();
  await expect(new Lobby(ada.page).row(own.name ?? '')).toBeVisible();
  await switcher.open();
  await ada.context.setOffline(true);
  await switcher.field.pressSequentially('harb');
  await expect(switcher.active).toContainText(own.name ?? '');
  await expect(switcher.dialog).toContainText('The server does not answer.');
  await ada.page.keyboard.press('Escape');
  await expect(switcher.dialog).toBeHidden();
});

test('the list finds people and rooms as one types', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const open = await grace.api.createRoom({ name: uniqueName('Lantern'), kind: 'public' });
  const lobby = new Lobby(ada.page);
  await lobby.open();
  await ada.page.keyboard.press('/');
  await expect(lobby.search).toBeFocused();

  await lobby.search.fill(grace.user.username);
  const found = lobby.found('People').getByRole('button', { name: 'Grace' });
  await expect(found).toBeVisible();
  await expectAccessible(ada.page);
  await found.click();
  await expect(new Conversation(ada.page).title('Grace')).toBeVisible();
  await expect(lobby.search).toHaveValue('');

  await lobby.search.fill(open.name ?? '');
  await expect(lobby.found('Rooms to join').getByRole('button')).toBeVisible();
  await lobby.search.press('Enter');
  await expect(new Conversation(ada.page).title(open.name ?? '')).toBeVisible();
});

test('the keyboard goes through the conversations, and a sheet names what it does', async ({ person }) => {
  const ada = await person('Ada');
  const first = await ada.api.createRoom({ name: uniqueName('First'), kind: 'private' });
  const second = await ada.api.createRoom({ name: uniqueName('Second'), kind: 'private' });
  const { page } = ada;
  const talk = new Conversation(page);
  await talk.open(second.id);

  await page.keyboard.press('Alt+ArrowDown');
  await expect(talk.title(first.name ?? '')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(talk.title(second.name ?? '')).toBeVisible();

  await talk.composer.press('ControlOrMeta+Shift+M');
  await expect(new Lobby(page).row(second.name ?? '').getByRole('img', { name: 'Muted' })).toBeVisible();

  await talk.composer.blur();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Jump to a conversation');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('the switcher can be used by everybody', async ({ person }) => {
  const { page, api } = await person('Ada');
  await api.createRoom({ name: uniqueName('Harbour'), kind: 'private' });
  await new Lobby(page).open();
  const switcher = new Switcher(page);
  await switcher.open();
  await expect(switcher.active).toContainText('Harbour', { ignoreCase: true });
  await expectAccessible(page);
});
