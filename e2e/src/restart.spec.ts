import { Conversation } from './pages/conversation.js';
import { Api } from './support/api.js';
import { expect, PASSWORD, uniqueName } from './support/journey.js';
import { expectKept } from './support/kept-here.js';
import { test } from './support/kept-browser.js';
import { Network } from './support/network.js';

test('what was written without a connection outlives the browser, goes out once, and the draft is there', async ({
  openBrowser,
}) => {
  const before = await openBrowser();
  const network = await Network.of(before);
  const api = new Api(before.request);
  await api.register(uniqueName('Ada'), 'Ada', PASSWORD);
  const room = await api.createRoom({ name: uniqueName('Restart'), kind: 'private' });
  const talk = new Conversation(await before.newPage());
  await talk.open(room.id);
  await talk.send('before');
  await expect(talk.tick('before', 'Sent')).toBeVisible();
  await network.cut();
  for (const words of ['first', 'second']) await talk.send(words);
  await expect(talk.tick('second', 'Waiting to be sent')).toBeVisible();
  await talk.composer.fill('not quite fin');
  await expectKept(talk.page, 'not quite fin');
  await before.close();

  const after = await openBrowser();
  const again = new Conversation(await after.newPage());
  await again.open(room.id);
  await expect(again.tick('second', 'Sent')).toBeVisible();
  await again.expectTexts('before', 'first', 'second');
  await expect(again.composer).toHaveValue('not quite fin');
  await again.page.reload();
  await expect(again.message('second')).toBeVisible();
  await again.expectTexts('before', 'first', 'second');
});
