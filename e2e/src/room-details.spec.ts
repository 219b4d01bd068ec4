import { Conversation } from './pages/conversation.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';

test('an owner renames a room, makes an admin, and hands the room over', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.createRoom({ name: uniqueName('Rename'), kind: 'public' });
  await grace.api.join(room.id);
  await new Conversation(ada.page).open(room.id);
  await new Conversation(grace.page).open(room.id);
  await ada.page.getByRole('button', { name: 'Details' }).click();
  const details = ada.page.getByRole('dialog');
  const graceRow = details.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: 'Grace' });
  const choose = async (entry: string | RegExp): Promise<void> => {
    await ada.page.getByRole('menuitem', { name: entry }).click();
  };
  await expect(graceRow).toBeVisible();
  await expectAccessible(ada.page);

  const renamed = uniqueName('Renamed');
  await details.getByRole('button', { name: 'Edit name and topic' }).click();
  await details.getByRole('textbox', { name: 'Name' }).fill(renamed);
  await details.getByRole('textbox', { name: 'Topic' }).fill('What we ship next');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(new Conversation(grace.page).title(renamed)).toBeVisible();
  await expect(grace.page.locator('parley-room-header')).toContainText('What we ship next');

  await graceRow.getByRole('button', { name: 'Options for Grace' }).click();
  await choose('Make an admin');
  await expect(graceRow).toContainText('Admin');
  await graceRow.getByRole('button', { name: 'Options for Grace' }).click();
  await choose('Hand the room over');
  await choose(/^Make Grace the owner/);
  await expect(graceRow).toContainText('Owner');
  await expect(details.getByRole('button', { name: 'Options for Grace' })).toBeHidden();
});

test('a conversation is muted from its details, for a while', async ({ person }) => {
  const ada = await person('Ada');
  const room = await ada.api.createRoom({ name: uniqueName('Muted'), kind: 'private' });
  await new Conversation(ada.page).open(room.id);
  await ada.page.getByRole('button', { name: 'Details' }).click();
  const details = ada.page.getByRole('dialog');
  await details.getByRole('button', { name: 'Mute' }).click();
  await ada.page.getByRole('menuitem', { name: 'For 1 week' }).click();
  await expect(details).toContainText('Muted until');
  await details.getByRole('button', { name: 'Unmute' }).click();
  await expect(details).toContainText('Not muted');
});

test('an owner removes a member, once asked whether that is meant', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const room = await ada.api.createRoom({ name: uniqueName('Removed'), kind: 'private' });
  await ada.api.addMember(room.id, grace.user.id);
  const talk = new Conversation(grace.page);
  await talk.open(room.id);
  await new Conversation(ada.page).open(room.id);
  await ada.page.getByRole('button', { name: 'Details' }).click();
  const row = ada.page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: 'Grace' });
  const question = ada.page.getByRole('dialog', { name: 'Remove Grace from the room?' });
  const ask = async (): Promise<void> => {
    await row.getByRole('button', { name: 'Options for Grace' }).click();
    await ada.page.getByRole('menuitem', { name: 'Remove from the room' }).click();
    await expect(question).toContainText('You can add Grace again');
  };

  await ask();
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(ada.page);
  await ada.page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(row).toBeVisible();

  await ask();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await expect(talk.composer).toBeHidden();
});
