import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';
import { expectRoomKept } from './support/kept-here.js';
import { COMES_BACK, Network } from './support/network.js';
import { PrivateServer } from './support/private-server.js';
import { roomOf } from './support/rooms.js';

const WORDS = ['first', 'second', 'third'];

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
    await banner.comeBack();
  } finally {
    await server.dispose();
  }
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
  await expectRoomKept(ada.page, 'first');
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
  await new ConnectionBanner(ada.page).comeBack();
  await expect(talk.message('never opened here')).toBeVisible(COMES_BACK);
});

test('what came while a device was away is unread in the room that opens from it', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const network = await Network.of(grace.context);
  const room = await roomOf('Overnight', ada, grace);
  await ada.api.sendAll(room.id, WORDS);
  const talk = new Conversation(grace.page);
  await talk.open(room.id);
  await expect(talk.message('third')).toBeInViewport();
  await expect(grace.page).toHaveTitle(`${room.name} \u00b7 Parley`);
  await expectRoomKept(grace.page, 'first');
  await grace.page.goto('/');
  await expect(new Lobby(grace.page).row(room.name)).toBeVisible();

  await network.cut();
  await ada.api.sendAll(
    room.id,
    Array.from({ length: 40 }, (_, index) => `overnight ${index + 1}.`),
  );
  await grace.page.goto(`/rooms/${room.id}`);
  await expect(talk.message('third')).toBeInViewport();
  network.mend();
  await new ConnectionBanner(grace.page).comeBack();
  await expect(talk.log.getByText('40 unread messages')).toBeInViewport();
  await expect(talk.message('overnight 1.')).toBeInViewport();
  await expect(talk.message('overnight 40.')).not.toBeInViewport();
  await expect(grace.page).toHaveTitle(/^\(\d+\) /u);
});
