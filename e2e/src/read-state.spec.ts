import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { lookAway, lookBack } from './support/attention.js';
import { expect, test } from './support/journey.js';
import { roomOf } from './support/rooms.js';

test('the ticks of a direct conversation follow the other person', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  const talk = new Conversation(ada.page);
  const lobby = new Lobby(ada.page);
  await talk.open(room.id);

  await talk.send('Are you there?');
  await expect(talk.tick('Are you there?', 'Sent')).toBeVisible();
  await new Lobby(grace.page).open();
  await expect(talk.tick('Are you there?', 'Delivered')).toBeVisible();
  await expect(lobby.tick('Grace', 'Delivered')).toBeVisible();
  await new Lobby(grace.page).row('Ada').click();
  await expect(talk.tick('Are you there?', 'Read')).toBeVisible();
  await expect(lobby.tick('Grace', 'Read')).toBeVisible();
});

test('the ticks of a room wait for the last of its members', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const tom = await person('Tom');
  const room = await roomOf('Ticks', ada, grace, tom);
  const talk = new Conversation(ada.page);
  await talk.open(room.id);

  await talk.send('Good morning');
  await new Conversation(grace.page).open(room.id);
  await expect(new Conversation(grace.page).message('Good morning')).toBeVisible();
  await expect(talk.tick('Good morning', 'Sent')).toBeVisible();
  await new Lobby(tom.page).open();
  await expect(talk.tick('Good morning', 'Delivered')).toBeVisible();

  await talk
    .message('Good morning')
    .getByRole('button', { name: /Message info/ })
    .click();
  const info = ada.page.getByRole('dialog', { name: 'Message info' });
  await expect(info.getByRole('list', { name: 'Read by' })).toContainText('Grace');
  await expect(info.getByRole('list', { name: 'Received by' })).toContainText('Tom');
  // A row is as high as a line of it: the name stands beside the picture, and not below.
  await expect(info.getByRole('listitem').first()).toHaveCSS('height', '48px');
  await new Lobby(tom.page).row(room.name).click();
  await expect(info.getByRole('list', { name: 'Read by' })).toContainText('Tom');
  await expectAccessible(ada.page);
  await info.getByRole('button', { name: 'Close' }).click();
  await expect(talk.tick('Good morning', 'Read')).toBeVisible();
});

test('nothing is read while one looks elsewhere, and all of it when one looks again', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  await new Conversation(ada.page).open(room.id);
  await new Conversation(grace.page).open(room.id);
  await expect(grace.page).toHaveTitle('Ada \u00b7 Parley');

  await lookAway(grace.page);
  await new Conversation(ada.page).send('one');
  await new Conversation(ada.page).send('two');
  await expect(new Conversation(grace.page).message('two')).toBeVisible();
  await expect(grace.page).toHaveTitle('(2) Ada \u00b7 Parley');
  await expect(new Lobby(grace.page).unread('Ada')).toContainText('2 unread');
  await expect(new Conversation(ada.page).tick('two', 'Delivered')).toBeVisible();

  await lookBack(grace.page);
  await expect(grace.page).toHaveTitle('Ada \u00b7 Parley');
  await expect(new Lobby(grace.page).unread('Ada')).toBeHidden();
  await expect(new Conversation(ada.page).tick('two', 'Read')).toBeVisible();
});

test('the title counts what waits, to the number, and leaves out what is muted', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const [loud, quiet] = [await roomOf('Loud', ada, grace), await roomOf('Quiet', ada, grace)];
  const lobby = new Lobby(grace.page);
  await lobby.open();

  await ada.api.sendAll(loud.id, ['1', '2', '3']);
  await ada.api.sendAll(quiet.id, ['1', '2']);
  await expect(grace.page).toHaveTitle('(5) Chats \u00b7 Parley');
  await expect(lobby.unread(quiet.name)).toContainText('2 unread');
  const icon = grace.page.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute('href', /%3E5%3C%2Ftext%3E/);

  await lobby.choose(quiet.name, 'Mute', 'For 8 hours');
  await expect(lobby.row(quiet.name).getByRole('img', { name: 'Muted' })).toBeVisible();
  await expect(grace.page).toHaveTitle('(3) Chats \u00b7 Parley');
  await ada.api.send(quiet.id, '3');
  await expect(lobby.unread(quiet.name)).toContainText('3 unread');
  await expect(grace.page).toHaveTitle('(3) Chats \u00b7 Parley');
  await lobby.choose(quiet.name, 'Unmute');
  await expect(grace.page).toHaveTitle('(6) Chats \u00b7 Parley');

  await lobby.choose(loud.name, 'Mark as read');
  await expect(grace.page).toHaveTitle('(3) Chats \u00b7 Parley');
  await lobby.choose(quiet.name, 'Mark as read');
  await expect(grace.page).toHaveTitle('Chats \u00b7 Parley');
  await expect(icon).toHaveAttribute('href', 'favicon.svg');
});

test('a second tab follows what is read in the first', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await roomOf('Tabs', ada, grace);
  const second = await grace.context.newPage();
  await new Lobby(grace.page).open();
  await new Lobby(second).open();
  await ada.api.sendAll(room.id, ['one', 'two']);
  for (const page of [grace.page, second]) await expect(page).toHaveTitle('(2) Chats \u00b7 Parley');

  await new Lobby(grace.page).row(room.name).click();
  await expect(second).toHaveTitle('Chats \u00b7 Parley');
  await expect(new Lobby(second).unread(room.name)).toBeHidden();
});

test('a conversation that is marked as unread waits until it is entered again, in every tab', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await roomOf('Marked', ada, grace);
  const other = await roomOf('Other', ada, grace);
  await ada.api.send(room.id, 'Think about it');
  const second = await grace.context.newPage();
  await new Lobby(second).open();
  const lobby = new Lobby(grace.page);
  await new Conversation(grace.page).open(room.id);
  await expect(lobby.unread(room.name)).toBeHidden();

  await lobby.choose(room.name, 'Mark as unread');
  await expect(grace.page).toHaveTitle('(1) Chats \u00b7 Parley');
  const mark = (page: typeof second) => new Lobby(page).row(room.name).getByRole('img', { name: 'Marked as unread' });
  await expect(mark(grace.page)).toBeVisible();
  await expect(mark(second)).toBeVisible();

  await lobby.row(other.name).click();
  await expect(mark(grace.page)).toBeVisible();
  await lobby.row(room.name).click();
  await expect(mark(grace.page)).toBeHidden();
  await expect(mark(second)).toBeHidden();
  await expect(second).toHaveTitle('Chats \u00b7 Parley');
});

test('receipts that were missed are there after a reconnect', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  await talk.send('Read this while I am away');
  await expect(talk.tick('Read this while I am away', 'Sent')).toBeVisible();

  await ada.context.setOffline(true);
  await expect(new ConnectionBanner(ada.page).banner).toBeVisible({ timeout: 40_000 });
  await new Conversation(grace.page).open(room.id);
  await expect(new Conversation(grace.page).message('Read this while I am away')).toBeVisible();
  await ada.context.setOffline(false);
  await expect(talk.tick('Read this while I am away', 'Read')).toBeVisible({ timeout: 40_000 });
});

test('a mention shows apart from what is merely unread', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await roomOf('Mentions', ada, grace);
  const lobby = new Lobby(grace.page);
  await lobby.open();
  const mention = lobby.row(room.name).getByRole('img', { name: 'Mentions you' });

  await ada.api.send(room.id, 'Good morning');
  await expect(lobby.unread(room.name)).toContainText('1 unread');
  await expect(mention).toBeHidden();
  await ada.api.send(room.id, `Have a look, @${grace.user.username}.`);
  await expect(mention).toBeVisible();
  await lobby.show('Mentions');
  await expect(lobby.row(room.name)).toBeVisible();
  await lobby.row(room.name).click();
  await expect(mention).toBeHidden();
});

test('pinned conversations stay on top, archived ones come back with the next message', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const [first, second] = [await roomOf('First', ada, grace), await roomOf('Second', ada, grace)];
  const lobby = new Lobby(grace.page);
  await lobby.open();
  await expect.poll(() => lobby.order()).toEqual([second.name, first.name]);

  await lobby.choose(first.name, 'Pin to the top');
  await expect.poll(() => lobby.order()).toEqual([first.name, second.name]);
  await ada.api.send(second.id, 'Hello');
  await expect(lobby.row(second.name)).toContainText('Ada: Hello');
  expect(await lobby.order()).toEqual([first.name, second.name]);

  await lobby.choose(second.name, 'Archive');
  await expect(lobby.row(second.name)).toBeHidden();
  await lobby.show('Archived');
  await expect(lobby.row(second.name)).toBeVisible();
  await lobby.show('All');
  await ada.api.send(second.id, 'Hello again');
  await expect(lobby.row(second.name)).toContainText('Ada: Hello again');
});
