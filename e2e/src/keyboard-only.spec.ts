import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { Lobby } from './pages/lobby.js';
import { Switcher } from './pages/switcher.js';
import { expect, PASSWORD, test, uniqueName } from './support/journey.js';
import { Keys } from './support/keys.js';

test('from the door and back to it one needs no mouse, and sees at every stop where one is', async ({
  person,
  visitor,
}) => {
  const { user, api } = await person('Ida');
  const other = await api.createRoom({ name: uniqueName('Other'), kind: 'private' });
  const { page } = await visitor();
  const keys = new Keys(page);
  const [door, lobby, talk, switcher] = [new Door(page), new Lobby(page), new Conversation(page), new Switcher(page)];
  const entry = (name: string) => page.getByRole('menuitem', { name, exact: true });

  await test.step('one signs in', async () => {
    await page.goto('/sign-in');
    await expect(door.signInHeading).toBeVisible();
    await keys.expectAt(door.field('Username'));
    await keys.type(user.username);
    await keys.goTo(door.field('Password'));
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await expect(lobby.row(other.name ?? '')).toBeVisible();
  });

  await test.step('creates a room, and writes into it', async () => {
    await keys.goTo(lobby.list.getByRole('button', { name: 'New chat' }));
    await keys.press('Enter');
    await keys.expectAt(entry('Message a person'));
    await keys.goTo(entry('Create a room'), 'ArrowDown');
    await keys.press('Enter');
    await keys.expectAt(page.getByRole('dialog', { name: 'Create a room' }).getByLabel('Name', { exact: true }));
    await keys.type(uniqueName('Keys'));
    await keys.press('Enter');
    await keys.expectAt(talk.composer);
    await keys.type('By hand');
    await keys.press('Enter');
    await expect(talk.tick('By hand', 'Sent')).toBeVisible();
  });

  await test.step('looks at the details of the room, and at a message', async () => {
    const details = page.getByRole('button', { name: 'Details', exact: true });
    await keys.goTo(details, 'Shift+Tab');
    await keys.press('Enter');
    await expect(page.getByRole('list', { name: 'Members' })).toBeVisible();
    await keys.press('Escape');
    await keys.expectAt(details);
    await keys.goTo(talk.message('By hand'));
    await keys.press('c');
    await expect(page.getByText('Text copied.')).toBeVisible();
    await keys.expectAt(talk.message('By hand'));
    await keys.press('i');
    const info = page.getByRole('dialog', { name: 'Message info' });
    await expect(info).toBeVisible();
    await keys.press('Escape');
    await expect(info).toBeHidden();
    await keys.expectAt(talk.message('By hand'));
  });

  await test.step('jumps to another conversation, and leaves', async () => {
    await keys.press('Control+k');
    // It is all that the box has: the caret in it says enough.
    await expect(switcher.field).toBeFocused();
    await keys.type(other.name ?? '');
    await expect(switcher.active).toContainText(other.name ?? '');
    await keys.press('Enter');
    await expect(talk.title(other.name ?? '')).toBeVisible();
    await keys.expectAt(talk.composer);
    await keys.goTo(lobby.account, 'Shift+Tab');
    await keys.press('Enter');
    await keys.expectAt(entry('Settings'));
    await keys.goTo(entry('Sign out'), 'ArrowDown');
    await keys.press('Enter');
    await expect(door.signInHeading).toBeVisible();
  });
});
