import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { crash } from './support/crash.js';
import { expect, test } from './support/journey.js';
import { holdDatabase } from './support/kept-here.js';
import { Network } from './support/network.js';
import { roomOf } from './support/rooms.js';

test('what is typed is there again, though the page goes in the same moment', async ({ person }) => {
  const ada = await person('Ada');
  const room = await roomOf('Reload', ada);
  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  const loaded = ada.page.waitForEvent('load');
  await talk.composer.evaluate((field: HTMLTextAreaElement) => {
    field.value = 'half a tho';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    location.reload();
  });
  await loaded;
  await expect(talk.composer).toHaveValue('half a tho');

  await talk.composer.press('End');
  await talk.composer.pressSequentially('ught');
  await crash(ada.page);
  const next = new Conversation(await ada.context.newPage());
  await next.open(room.id);
  await expect(next.composer).toHaveValue('half a thought');
  await expect(new Lobby(next.page).row(room.name)).toContainText('half a thought');
});

test('a page whose database does not open yet works all the same, and what it was given is kept', async ({
  person,
}) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const network = await Network.of(ada.context);
  const room = await roomOf('Busy', ada, grace);
  const holder = await ada.context.newPage();
  await holdDatabase(holder);

  const talk = new Conversation(ada.page);
  await talk.open(room.id);
  await talk.send('before');
  await expect(talk.tick('before', /Sent|Delivered/)).toBeVisible();
  await network.cut();
  await talk.send('first');
  await talk.send('second');
  await expect(talk.tick('second', 'Waiting to be sent')).toBeVisible();
  await talk.composer.fill('not quite fin');
  await crash(ada.page);

  await holder.close();
  network.mend();
  const next = new Conversation(await ada.context.newPage());
  await next.open(room.id);
  await expect(next.composer).toHaveValue('not quite fin');
  await expect(next.tick('second', /Sent|Delivered/)).toBeVisible();
  const other = new Conversation(grace.page);
  await other.open(room.id);
  await expect(other.message('second')).toBeVisible();
  await other.expectTexts('before', 'first', 'second');
});
