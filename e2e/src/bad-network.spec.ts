import type { Room } from '#shared';
import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, PASSWORD, test, uniqueName, type Person } from './support/journey.js';
import { Network } from './support/network.js';
import { PrivateServer } from './support/private-server.js';

const WORDS = ['first', 'second', 'third'];
/** A wait between two tries can be this long, and it takes a moment more to catch up. */
const COMES_BACK = { timeout: 45_000 };

/** A private room of two. */
async function roomOfTwo(owner: Person, guest: Person): Promise<Room> {
  const room = await owner.api.createRoom({ name: uniqueName('Bridge'), kind: 'private' });
  await owner.api.addMember(room.id, guest.user.id);
  return room;
}

test('what is written offline survives a reload, and goes out in order exactly once', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const network = await Network.of(ada.context);
  const room = await roomOfTwo(ada, grace);
  const talk = new Conversation(ada.page);
  const banner = new ConnectionBanner(ada.page);
  await talk.open(room.id);
  await talk.send('before');
  await expect(talk.tick('before', 'Sent')).toBeVisible();

  await ada.context.setOffline(true);
  await network.cut();
  await expect(banner.banner).toContainText('You are offline.');
  for (const words of WORDS) await talk.send(words);
  for (const words of WORDS) await expect(talk.tick(words, 'Waiting to be sent')).toBeVisible();
  await expect(banner.banner).toContainText('Your 3 messages are safe here and go out in order.');
  await expectAccessible(ada.page);

  await ada.context.setOffline(false);
  await ada.page.reload();
  for (const words of WORDS) await expect(talk.tick(words, 'Waiting to be sent')).toBeVisible();
  await expect(talk.message('before')).toBeVisible();
  await expect(banner.banner).toContainText('Reconnecting.');

  network.mend();
  await banner.hurry();
  await expect(talk.tick('third', 'Sent')).toBeVisible(COMES_BACK);
  await expect(banner.banner).toBeHidden();
  const other = new Conversation(grace.page);
  await other.open(room.id);
  await expect(other.message('third')).toBeVisible();
  await other.expectTexts('before', ...WORDS);
  await ada.page.reload();
  await expect(talk.message('third')).toBeVisible();
  await talk.expectTexts('before', ...WORDS);
});

test('a server that is killed while somebody types takes nothing with it', async ({ person }) => {
  const server = await PrivateServer.start();
  try {
    const ada = await person('Ada', { baseURL: server.address });
    const room = await ada.api.createRoom({ name: uniqueName('Crash'), kind: 'private' });
    const talk = new Conversation(ada.page);
    const banner = new ConnectionBanner(ada.page);
    await talk.open(room.id);
    await talk.send('before');
    await expect(talk.tick('before', 'Sent')).toBeVisible();

    await talk.composer.fill('half a sen');
    await server.kill();
    await expect(banner.banner).toContainText(/Next try in \d+ s/);
    await talk.composer.pressSequentially('tence');
    await expect(talk.message('before')).toBeVisible();
    await talk.composer.press('Enter');
    await expect(talk.tick('half a sentence', 'Waiting to be sent')).toBeVisible();

    await server.start();
    await expect(talk.tick('half a sentence', 'Sent')).toBeVisible(COMES_BACK);
    await expect(banner.banner).toBeHidden();
    await talk.expectTexts('before', 'half a sentence');

    await server.stop();
    await expect(banner.banner).toContainText('The server is restarting.');
    await server.start();
    await expect(banner.banner).toBeHidden(COMES_BACK);
  } finally {
    await server.dispose();
  }
});

test('two tabs of one person show the same and send it once', async ({ person }) => {
  const ada = await person('Ada');
  const network = await Network.of(ada.context);
  const room = await ada.api.createRoom({ name: uniqueName('Tabs'), kind: 'private' });
  const here = new Conversation(ada.page);
  const there = new Conversation(await ada.context.newPage());
  await here.open(room.id);
  await there.open(room.id);
  await expect(new ConnectionBanner(ada.page).banner).toBeHidden();

  await network.cut();
  await here.send('from here');
  await expect(there.tick('from here', 'Waiting to be sent')).toBeVisible();
  await there.send('from there');
  await expect(here.tick('from there', 'Waiting to be sent')).toBeVisible();

  network.mend();
  await expect(here.tick('from there', 'Sent')).toBeVisible(COMES_BACK);
  await expect(there.tick('from there', 'Sent')).toBeVisible(COMES_BACK);
  for (const { page } of [here, there]) {
    const talk = new Conversation(page);
    await page.reload();
    await expect(talk.message('from there')).toHaveCount(1);
    await talk.expectTexts('from here', 'from there');
  }
});

test('a message that waits can be cancelled, and is sent to nobody', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const network = await Network.of(ada.context);
  const room = await roomOfTwo(ada, grace);
  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  await network.cut();
  for (const words of ['on second thought', 'this one']) await talk.send(words);
  await talk.choose('on second thought', 'Cancel sending');
  await expect(talk.message('on second thought')).toHaveCount(0);

  network.mend();
  await expect(talk.tick('this one', /Sent|Delivered/)).toBeVisible(COMES_BACK);
  const other = new Conversation(grace.page);
  await other.open(room.id);
  await expect(other.message('this one')).toBeVisible();
  await expect(other.message('on second thought')).toHaveCount(0);
});

test('messages that were refused say why, and can be changed, sent again or given up', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const network = await Network.of(grace.context);
  const room = await roomOfTwo(ada, grace);
  const talk = new Conversation(grace.page);
  await talk.open(room.id);
  await network.cut();
  for (const words of ['too late for this', 'still true', 'never mind']) await talk.send(words);
  await ada.api.removeMember(room.id, grace.user.id);
  network.mend();

  const unsent = grace.page.getByRole('region', { name: /not sent/ });
  await expect(unsent.getByRole('listitem')).toHaveCount(3, COMES_BACK);
  await expect(unsent).toContainText('too late for this');
  await expectAccessible(grace.page);
  await unsent.getByRole('listitem').filter({ hasText: 'never mind' }).getByRole('button', { name: 'Delete' }).click();
  await expect(unsent.getByRole('listitem')).toHaveCount(2);

  await ada.api.addMember(room.id, grace.user.id);
  await new Lobby(grace.page).row(room.name ?? '').click();
  await expect(talk.message('too late for this')).toContainText('Not sent.');
  await talk.edit('too late for this');
  await expect(talk.composer).toHaveValue('too late for this');
  await talk.send('just in time');
  await expect(talk.tick('just in time', /Sent|Delivered/)).toBeVisible();
  await expect(talk.message('too late for this')).toHaveCount(0);

  await talk.message('still true').getByRole('button', { name: 'Try again' }).click();
  await expect(talk.tick('still true', /Sent|Delivered/)).toBeVisible();
  const other = new Conversation(ada.page);
  await other.open(room.id);
  await expect(other.message('still true')).toBeVisible();
  await other.expectTexts('just in time', 'still true');
});

test('what was being written survives a session that ends, and a tab that is closed', async ({ person }) => {
  const ada = await person('Ada');
  const room = await ada.api.createRoom({ name: uniqueName('Draft'), kind: 'private' });
  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  await talk.composer.fill('not quite fin');
  await ada.api.endSession();

  const door = new Door(ada.page);
  await expect(door.signInHeading).toBeVisible();
  await door.signIn(ada.user.username, PASSWORD);
  await expect(talk.composer).toHaveValue('not quite fin');

  const next = new Conversation(await ada.context.newPage());
  await ada.page.close();
  await next.open(room.id);
  await expect(next.composer).toHaveValue('not quite fin');
  await expect(new Lobby(next.page).row(room.name ?? '')).toContainText('not quite fin');
  await next.send('finished');
  await expect(next.tick('finished', 'Sent')).toBeVisible();
  await next.page.reload();
  await expect(next.message('finished')).toBeVisible();
  await expect(next.composer).toHaveValue('');
});

test('the rooms opened last are there before the network answers, and the others say what they wait for', async ({
  person,
}) => {
  const ada = await person('Ada');
  const network = await Network.of(ada.context);
  const known = await ada.api.createRoom({ name: uniqueName('Known'), kind: 'private' });
  const unseen = await ada.api.createRoom({ name: uniqueName('Unseen'), kind: 'private' });
  await ada.api.sendAll(known.id, WORDS);
  await ada.api.send(unseen.id, 'never opened here');
  const talk = new Conversation(ada.page);
  const lobby = new Lobby(ada.page);
  await talk.open(known.id);
  await expect(talk.message('third')).toBeVisible();
  await ada.page.goto('/');
  await expect(lobby.row(known.name ?? '')).toBeVisible();

  await network.swallow();
  await ada.page.goto(`/rooms/${known.id}`);
  await expect(talk.message('third')).toBeVisible();
  await talk.expectTexts(...WORDS);
  await expect(lobby.row(unseen.name ?? '')).toContainText('never opened here');

  await network.cut();
  await ada.context.setOffline(true);
  await lobby.row(unseen.name ?? '').click();
  await expect(ada.page.getByText('This conversation has not been loaded on this device yet.')).toBeVisible();
  await expectAccessible(ada.page);
  network.mend();
  await ada.context.setOffline(false);
  await expect(talk.message('never opened here')).toBeVisible(COMES_BACK);
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
