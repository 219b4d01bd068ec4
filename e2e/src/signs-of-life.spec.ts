import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { crash } from './support/crash.js';
import { expect, test, uniqueName } from './support/journey.js';

test('typing shows in the conversation and in the list, and ends with the message', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.createRoom({ name: uniqueName('Signs'), kind: 'public' });
  await grace.api.join(room.id);
  const [adaTalks, graceTalks] = [new Conversation(ada.page), new Conversation(grace.page)];
  await adaTalks.open(room.id);
  await graceTalks.open(room.id);
  const second = await ada.context.newPage();
  await new Lobby(second).open();

  // A sign goes to those who are known to look: they may have come after the first one.
  await expect(async () => {
    await graceTalks.composer.pressSequentially('a');
    const soon = { timeout: 1_000 };
    await expect(adaTalks.page.locator('parley-room-header')).toContainText('Grace is typing…', soon);
    await expect(new Lobby(second).row(room.name ?? '')).toContainText('Grace is typing…', soon);
  }).toPass();
  await expect(grace.page.locator('parley-room-header')).not.toContainText('typing');

  await graceTalks.send('Almost');
  await expect(adaTalks.message('Almost')).toBeVisible();
  await expect(adaTalks.page.locator('parley-room-header')).not.toContainText('typing');
  await expect(new Lobby(second).row(room.name ?? '')).toContainText('Grace: Almost');
});

test('typing ends when it is taken back, and by itself', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  const [adaTalks, graceTalks] = [new Conversation(ada.page), new Conversation(grace.page)];
  await adaTalks.open(room.id);
  await graceTalks.open(room.id);
  const header = ada.page.locator('parley-room-header');
  // A sign goes to those who are known to look, and who looks is told who is there.
  await expect(header).toContainText('Online');

  await graceTalks.composer.pressSequentially('No');
  await expect(header).toContainText('Grace is typing…');
  await graceTalks.composer.fill('');
  await expect(header).not.toContainText('typing');

  // A sign that begins anew too soon is not told.
  await expect(async () => {
    await graceTalks.composer.pressSequentially('a');
    await expect(header).toContainText('Grace is typing…', { timeout: 1_000 });
  }).toPass();
  await expect(header).not.toContainText('typing');
  await expect(graceTalks.composer).not.toHaveValue('');
});

test('what was begun shows in the list as a draft, once one is elsewhere', async ({ person }) => {
  const ada = await person('Ada');
  const room = await ada.api.createRoom({ name: uniqueName('Draft'), kind: 'private' });
  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  await talk.composer.fill('Could we move it');
  await expect(new Lobby(ada.page).row(room.name ?? '')).toContainText('Draft:');
  await expect(new Lobby(ada.page).row(room.name ?? '')).toContainText('Could we move it');
});

test('somebody is online until their last tab is gone, though it goes without a word', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  await new Conversation(ada.page).open(room.id);
  const header = ada.page.locator('parley-room-header');

  await new Lobby(grace.page).open();
  const second = await grace.context.newPage();
  await new Lobby(second).open();
  await expect(header).toContainText('Online');
  await expect(new Lobby(ada.page).row('Grace')).toContainText('Online');

  await second.close();
  await ada.api.send(room.id, 'Still there?');
  await expect(new Conversation(ada.page).tick('Still there?', 'Delivered')).toBeVisible();
  await expect(header).toContainText('Online');

  await crash(grace.page);
  await expect(header).toContainText('Last seen today at', { timeout: 30_000 });
  await expect(new Lobby(ada.page).row('Grace')).not.toContainText('Online');
});
