import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { Api } from './support/api.js';
import { expect, PASSWORD, PHONE, test, uniqueName } from './support/journey.js';
import { expectRoomKept } from './support/kept-here.js';
import { COMES_BACK, Network } from './support/network.js';

test('a row shows what waits to be sent, over a reload, and stands where it belongs', async ({ person }) => {
  const ada = await person('Ada');
  const network = await Network.of(ada.context);
  const quiet = await ada.api.createRoom({ name: uniqueName('Quiet'), kind: 'private' });
  const lively = await ada.api.createRoom({ name: uniqueName('Lively'), kind: 'private' });
  await ada.api.send(lively.id, 'Here is much to say');
  const [lobby, talk] = [new Lobby(ada.page), new Conversation(ada.page)];
  const row = lobby.row(quiet.name ?? '');
  const waits = lobby.tick(quiet.name ?? '', 'Waiting to be sent');
  await talk.open(quiet.id);
  await expect.poll(() => lobby.order()).toEqual([lively.name, quiet.name]);
  await expectRoomKept(ada.page, quiet.name ?? '');

  await network.cut();
  await talk.send('Goes out later');
  await expect(waits).toBeVisible();
  await expect(row).toContainText('Goes out later');
  await expect.poll(() => lobby.order()).toEqual([quiet.name, lively.name]);

  await ada.page.goto('/');
  await expect(waits).toBeVisible();
  await expect(row).toContainText('Goes out later');
  await expectAccessible(ada.page);

  network.mend();
  await new ConnectionBanner(ada.page).comeBack();
  await expect(lobby.tick(quiet.name ?? '', 'Sent')).toBeVisible(COMES_BACK);
});

test('a member of a large room is found by name', async ({ person, visitor }) => {
  const ada = await person('Ada');
  const room = await ada.api.createRoom({ name: uniqueName('Crowd'), kind: 'private' });
  const others = new Api((await visitor()).context.request);
  for (const name of ['Ben', 'Cleo', 'Dora', 'Emil', 'Fritz', 'Gila', 'Hans', 'Ilse', 'Jonas', 'Katharina']) {
    const user = await others.register(uniqueName(name), `${name} Baumann`, PASSWORD);
    await ada.api.addMember(room.id, user.id);
  }
  await new Conversation(ada.page).open(room.id);
  await ada.page.getByRole('button', { name: 'Details' }).click();
  const details = ada.page.getByRole('dialog');
  const members = details.getByRole('list', { name: 'Members' }).getByRole('listitem');
  const search = details.getByRole('searchbox', { name: 'Search members' });
  await expect(members).toHaveCount(11);
  await search.fill('kath');
  await expect(members).toHaveCount(1);
  await expect(members).toContainText('Katharina Baumann');
  await search.fill('nobody of this name');
  await expect(details).toContainText('No member matches.');
  await expectAccessible(ada.page);
  await search.press('Escape');
  await expect(members).toHaveCount(11);
  await search.press('Escape');
  await expect(details).toBeHidden();
});

test('what is done with a conversation is told, and can be taken back by the keyboard', async ({ person }) => {
  const ada = await person('Ada');
  const room = await ada.api.createRoom({ name: uniqueName('Shelf'), kind: 'private' });
  const other = await ada.api.createRoom({ name: uniqueName('Other'), kind: 'private' });
  const lobby = new Lobby(ada.page);
  await lobby.open();
  await lobby.row(room.name ?? '').focus();
  await ada.page.keyboard.press('Tab');
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('menuitem', { name: 'Archive' }).press('Enter');
  const notice = ada.page.locator('mat-snack-bar-container');
  await expect(notice).toContainText(`${room.name ?? ''} is archived.`);
  await expect(lobby.row(room.name ?? '')).toBeHidden();
  await expect(lobby.row(other.name ?? '')).toBeFocused();
  await notice.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(lobby.row(room.name ?? '')).toBeVisible();
});

test('leaving a room asks first, says what becomes of it, and hands it on', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.createRoom({ name: uniqueName('Leaving'), kind: 'private' });
  await ada.api.addMember(room.id, grace.user.id);
  const [lobby, talk] = [new Lobby(ada.page), new Conversation(ada.page)];
  await talk.open(room.id);
  await lobby.choose(room.name ?? '', 'Leave room');
  const question = ada.page.getByRole('dialog', { name: `Leave ${room.name ?? ''}?` });
  await expect(question).toContainText('You own it.');
  await expect(question).toContainText('you come back only when somebody adds you');
  await expectAccessible(ada.page);
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(lobby.row(room.name ?? '')).toBeVisible();

  await lobby.choose(room.name ?? '', 'Leave room');
  await question.getByRole('button', { name: 'Leave room' }).click();
  await expect(lobby.row(room.name ?? '')).toBeHidden();
  await expect(ada.page.locator('mat-snack-bar-container')).toContainText(`You have left ${room.name ?? ''}.`);
  await expect(ada.page).toHaveURL(/\/$/);

  await new Conversation(grace.page).open(room.id);
  await grace.page.getByRole('button', { name: 'Details' }).click();
  await expect(grace.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Grace' })).toContainText(
    'Owner',
  );
});

test('on a phone do not disturb is turned on from the list, and says so there', async ({ person }) => {
  const { page } = await person('Ida', PHONE);
  await new Lobby(page).open();
  await page.getByRole('button', { name: 'More options' }).tap();
  await page.getByRole('menuitem', { name: 'Do not disturb' }).tap();
  await page.getByRole('menuitem', { name: 'For 1 hour' }).tap();
  await expect(page.getByRole('button', { name: /^Do not disturb until/ })).toBeVisible();
  await page.getByRole('button', { name: 'More options' }).tap();
  await expect(page.getByRole('menuitem', { name: /^Do not disturb until/ })).toBeVisible();
});
