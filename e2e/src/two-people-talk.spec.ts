import { Conversation } from './pages/conversation.js';
import { Directory } from './pages/directory.js';
import { Door } from './pages/door.js';
import { Lobby } from './pages/lobby.js';
import { People } from './pages/people.js';
import { expect, PASSWORD, test, uniqueName } from './support/journey.js';

test('two people sign up, find each other in a public room, and talk', async ({ visitor }) => {
  const room = uniqueName('Release');
  const nora = await visitor();
  const omar = await visitor();
  const noraTalks = new Conversation(nora.page);
  const omarTalks = new Conversation(omar.page);

  await test.step('Nora signs up and creates a room', async () => {
    await nora.page.goto('/sign-up');
    await new Door(nora.page).signUp('Nora', uniqueName('nora'), PASSWORD);
    await expect(nora.page.getByRole('heading', { name: /, Nora$/ })).toBeVisible();
    await new Lobby(nora.page).createRoom(room, 'Public', 'What we ship next');
    await expect(noraTalks.title(room)).toBeVisible();
    await expect(nora.page.getByText('Say the first word.')).toBeVisible();
  });

  await test.step('Omar signs up and joins it from the directory', async () => {
    await omar.page.goto('/sign-up');
    await new Door(omar.page).signUp('Omar', uniqueName('omar'), PASSWORD);
    await new Lobby(omar.page).place('Rooms').click();
    await new Directory(omar.page).join(room);
    await expect(omarTalks.title(room)).toBeVisible();
  });

  await test.step('both talk, and hear each other without a reload', async () => {
    await noraTalks.send('Hello Omar');
    await expect(noraTalks.tick('Hello Omar', /^(Sent|Delivered|Read)$/)).toBeVisible();
    await expect(omarTalks.message('Hello Omar')).toBeVisible();
    await omarTalks.send('Hello Nora');
    await expect(noraTalks.message('Hello Nora')).toBeVisible();
    await noraTalks.composer.fill('Shall we begin');
    await noraTalks.composer.press('Shift+Enter');
    await noraTalks.composer.pressSequentially('with the list?');
    await noraTalks.composer.press('Enter');
    await expect(omarTalks.message('with the list?')).toBeVisible();
  });

  await test.step('after a reload the history is there, in order', async () => {
    for (const talks of [noraTalks, omarTalks]) {
      await talks.page.reload();
      await talks.expectTexts('Hello Omar', 'Hello Nora', 'Shall we begin\nwith the list?');
    }
  });
});

test('two people write to each other directly', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const graceLobby = new Lobby(grace.page);
  await graceLobby.open();

  const people = new People(ada.page);
  await people.open();
  await people.writeTo(grace.user.username);
  const adaTalks = new Conversation(ada.page);
  await expect(adaTalks.title('Grace')).toBeVisible();
  await adaTalks.send('Have you seen the compiler?');

  await expect(graceLobby.row('Ada')).toContainText('Have you seen the compiler?');
  await graceLobby.row('Ada').click();
  const graceTalks = new Conversation(grace.page);
  await expect(graceTalks.title('Ada')).toBeVisible();
  await graceTalks.send('I wrote one.');
  await expect(adaTalks.message('I wrote one.')).toBeVisible();

  await people.open();
  await people.writeTo(grace.user.username);
  await adaTalks.expectTexts('Have you seen the compiler?', 'I wrote one.');
});

test('what was missed shows in the list, until it is read', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.createRoom({ name: uniqueName('Missed'), kind: 'public' });
  await grace.api.join(room.id);
  const lobby = new Lobby(grace.page);
  await lobby.open();
  await expect(lobby.row(room.name ?? '')).toBeVisible();

  await ada.api.sendAll(room.id, ['one', 'two', 'three']);
  await expect(lobby.unread(room.name ?? '')).toContainText('3 unread');
  await lobby.row(room.name ?? '').click();
  await expect(new Conversation(grace.page).message('three')).toBeVisible();
  await expect(lobby.unread(room.name ?? '')).toBeHidden();
});
