import { Conversation } from './pages/conversation.js';
import { expect, test } from './support/journey.js';
import { roomOf } from './support/rooms.js';

test('what arrives alone comes in at the end; what was there, and a burst, does not', async ({ person }) => {
  const [ada, grace] = [await person('Ada', { reducedMotion: 'no-preference' }), await person('Grace')];
  const room = await roomOf('Coming', ada, grace);
  await grace.api.sendAll(room.id, ['There before', 'And this']);
  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  await expect(talk.message('And this')).toBeVisible();
  const entering = talk.log.locator('li.enters');
  await expect(entering).toHaveCount(0);

  await grace.api.send(room.id, 'Hello');
  await expect(entering).toContainText('Hello');
  await expect(talk.bubble('Hello')).toHaveCSS('animation-name', 'rise');
  await ada.page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(talk.bubble('Hello')).toHaveCSS('animation-name', 'none');

  await Promise.all(Array.from({ length: 20 }, (_, index) => grace.api.send(room.id, `Burst ${index}`)));
  for (const text of ['Burst 0', 'Burst 19']) await expect(talk.message(text)).toBeVisible();
  await expect(entering).toHaveCount(0);
});

test('who types is seen at the end of the log, and the place stays until the message takes it', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const room = await ada.api.directRoom(grace.user.id);
  await ada.api.send(room.id, 'Ready?');
  const [adaTalks, graceTalks] = [new Conversation(ada.page), new Conversation(grace.page)];
  await adaTalks.open(room.id);
  await graceTalks.open(room.id);
  await expect(adaTalks.message('Ready?')).toBeVisible();
  const sign = adaTalks.log.locator('parley-typing-bubble');
  await expect(sign).toHaveCount(0);
  await graceTalks.composer.pressSequentially('Nearly');
  await expect(sign).toContainText('Grace is typing');
  const height = (await sign.boundingBox())?.height;
  await graceTalks.composer.fill('');
  await expect(sign).toHaveText('');
  expect((await sign.boundingBox())?.height).toBe(height);
  await graceTalks.send('Yes');
  await expect(adaTalks.message('Yes')).toBeVisible();
  await expect(sign).toHaveCount(0);
});
