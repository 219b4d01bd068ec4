import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, PASSWORD, test, uniqueName } from './support/journey.js';

test('a wrong password says so, and the right one lets in', async ({ person, visitor }) => {
  const { user } = await person('Ida');
  const { page } = await visitor();
  const door = new Door(page);
  await page.goto('/sign-in');
  await door.signIn(user.username, 'not the password');
  await expect(door.problem).toContainText(/password/i);
  await expect(page).toHaveURL(/\/sign-in/);

  await door.signIn(user.username, PASSWORD);
  await expect(page.getByRole('heading', { name: /, Ida$/ })).toBeVisible();
});

test('a taken username and a weak password are said at their fields', async ({ person, visitor }) => {
  const { user } = await person('Ida');
  const { page } = await visitor();
  const door = new Door(page);
  await page.goto('/sign-up');
  await door.signUp('Ida', user.username, PASSWORD);
  await expect(door.field('Username')).toHaveAccessibleDescription(/taken/i);

  await door.signUp('Ida', uniqueName('ida'), 'password123');
  await expect(door.field('Password')).toHaveAccessibleDescription(/common|guess/i);
  await expect(page).toHaveURL(/\/sign-up/);
});

test('a signed-out visitor signs in first, and then comes to where they were going', async ({ person, visitor }) => {
  const owner = await person('Ida');
  const room = await owner.api.createRoom({ name: uniqueName('Deep'), kind: 'private' });
  await owner.api.send(room.id, 'You found it');

  const { page } = await visitor();
  await page.goto(`/rooms/${room.id}`);
  const door = new Door(page);
  await expect(door.signInHeading).toBeVisible();
  await door.signIn(owner.user.username, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`/rooms/${room.id}$`));
  await expect(new Conversation(page).message('You found it')).toBeVisible();
});

test('signing out ends the session in every tab', async ({ person }) => {
  const { page, context } = await person('Ida');
  const lobby = new Lobby(page);
  await lobby.open();
  const other = await context.newPage();
  await new Lobby(other).open();

  await lobby.signOut();
  await expect(new Door(page).signInHeading).toBeVisible();
  await expect(new Door(other).signInHeading).toBeVisible();
  await page.goto('/directory');
  await expect(new Door(page).signInHeading).toBeVisible();
});

test('somebody who signs out is asked about what would be lost, and leaves nothing on the device', async ({
  person,
}) => {
  const ada = await person('Ada');
  const room = await ada.api.createRoom({ name: uniqueName('Leaving'), kind: 'private' });
  const talk = new Conversation(ada.page);
  const lobby = new Lobby(ada.page);
  await talk.open(room.id);
  await talk.composer.fill('a thought');
  await lobby.signOut();
  const question = ada.page.getByRole('dialog', { name: 'Sign out, and leave this behind?' });
  await expect(question).toContainText('You have begun one message');
  await expectAccessible(ada.page);
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(talk.composer).toHaveValue('a thought');

  await lobby.signOut();
  await question.getByRole('button', { name: 'Sign out' }).click();
  const door = new Door(ada.page);
  await expect(door.signInHeading).toBeVisible();
  await door.signIn(ada.user.username, PASSWORD);
  await expect(lobby.row(room.name ?? '')).toBeVisible();
  await talk.open(room.id);
  await expect(talk.composer).toHaveValue('');
});
