import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { Lobby } from './pages/lobby.js';
import { expect, PASSWORD, test, uniqueName } from './support/journey.js';
import { expectKept } from './support/kept-here.js';
import { together } from './support/rooms.js';

test('a change under way is there again after a reload, in another room and in a new session', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { room, talks } = await together('Unfinished', ada, grace);
  const [talk] = talks;
  const stopEditing = ada.page.getByRole('button', { name: 'Stop editing' });
  await talk.send('Freeze from 17:00');
  await expect(talk.tick('Freeze from 17:00', /Sent|Delivered|Read/)).toBeVisible();
  await talk.composer.fill('By the way');
  await talk.choose('Freeze from 17:00', 'Edit');
  await talk.composer.fill('Freeze from 18');
  await expectKept(ada.page, 'Freeze from 18');
  await ada.page.reload();
  await expect(talk.composer).toHaveValue('Freeze from 18');
  await expect(stopEditing).toBeVisible();

  const other = await ada.api.directRoom(grace.user.id);
  await talk.open(other.id);
  await expect(talk.composer).toHaveValue('');
  await talk.open(room.id);
  await expect(talk.composer).toHaveValue('Freeze from 18');

  await ada.api.endSession();
  await ada.page.reload();
  const door = new Door(ada.page);
  await door.signIn(ada.user.username, PASSWORD);
  await expect(talk.composer).toHaveValue('Freeze from 18');
  await talk.composer.press('Escape');
  await expect(talk.composer).toHaveValue('By the way');
  await expectKept(ada.page, '"change":null');
  await ada.page.reload();
  await expect(talk.composer).toHaveValue('By the way');
  await expect(stopEditing).toBeHidden();
});

test('an answer under way is there again after a reload, and gone when it was given up', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { talks } = await together('Unfinished', ada, grace);
  const [adaTalks, graceTalks] = talks;
  const giveUp = grace.page.getByRole('button', { name: 'Do not answer this message' });
  await adaTalks.send('Is the branch cut?');
  await graceTalks.choose('Is the branch cut?', 'Reply');
  await graceTalks.composer.fill('Since');
  await expectKept(grace.page, '"text":"Since","replyTo":1');
  await grace.page.reload();
  await expect(graceTalks.composer).toHaveValue('Since');
  await expect(giveUp).toBeVisible();
  await giveUp.click();
  await expectKept(grace.page, '"text":"Since","replyTo":null');
  await grace.page.reload();
  await expect(graceTalks.composer).toHaveValue('Since');
  await expect(giveUp).toBeHidden();
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
