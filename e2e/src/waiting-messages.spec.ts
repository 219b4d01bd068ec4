import type { Room } from '#shared';
import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName, type Person } from './support/journey.js';
import { expectRoomKept } from './support/kept-here.js';
import { COMES_BACK, Network } from './support/network.js';

const WORDS = ['first', 'second', 'third'];

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
  await expectRoomKept(ada.page, 'before');

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
  await banner.comeBack();
  await expect(talk.tick('third', 'Sent')).toBeVisible(COMES_BACK);
  const other = new Conversation(grace.page);
  await other.open(room.id);
  await expect(other.message('third')).toBeVisible();
  await other.expectTexts('before', ...WORDS);
  await ada.page.reload();
  await expect(talk.message('third')).toBeVisible();
  await talk.expectTexts('before', ...WORDS);
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
  for (const { page } of [here, there]) await new ConnectionBanner(page).comeBack();
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
  await new ConnectionBanner(ada.page).comeBack();
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
  await new ConnectionBanner(grace.page).comeBack();

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
