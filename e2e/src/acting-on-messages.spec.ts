import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';
import { together } from './support/rooms.js';

test('the tick of each message of a run leads to that message', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Run'), kind: 'private' });
  await api.sendAll(room.id, ['The first', 'The second']);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await talk
    .message('The first')
    .getByRole('button', { name: /Message info/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'Message info' })).toBeVisible();
});

test('an answer shows what it answers, and leads there', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { talks } = await together('Acting', ada, grace);
  const [adaTalks, graceTalks] = talks;
  await adaTalks.send('Is the branch cut?');

  await graceTalks.choose('Is the branch cut?', 'Reply');
  await expect(graceTalks.composer).toBeFocused();
  await expect(grace.page.getByRole('button', { name: 'Do not answer this message' })).toBeVisible();
  await graceTalks.composer.press('Escape');
  await expect(grace.page.getByRole('button', { name: 'Do not answer this message' })).toBeHidden();
  await graceTalks.choose('Is the branch cut?', 'Reply');
  await graceTalks.send('Since ten o\u2019clock');
  await expect(grace.page.getByRole('button', { name: 'Do not answer this message' })).toBeHidden();
  await expect(adaTalks.quote('Since ten o\u2019clock')).toContainText('Is the branch cut?');
  await graceTalks.quote('Since ten o\u2019clock').click();
  await expect(graceTalks.log.locator('[data-seq="1"]')).toBeFocused();
});

test('what one is answering waits with its room', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { room, talks } = await together('Acting', ada, grace);
  const [adaTalks, graceTalks] = talks;
  const other = await ada.api.directRoom(grace.user.id);
  await adaTalks.send('Is the branch cut?');
  await graceTalks.choose('Is the branch cut?', 'Reply');
  await graceTalks.composer.fill('Since');

  const lobby = new Lobby(grace.page);
  await lobby.row('Ada').filter({ hasNotText: room.name }).click();
  await expect(grace.page).toHaveURL(new RegExp(other.id));
  await expect(graceTalks.composer).toHaveValue('');
  await expect(grace.page.getByRole('button', { name: 'Do not answer this message' })).toBeHidden();
  await lobby.row(room.name).click();
  await expect(graceTalks.composer).toHaveValue('Since');
  await expect(grace.page.getByRole('button', { name: 'Do not answer this message' })).toBeVisible();
});

test('a change is seen by everybody, and the draft is there again afterwards', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { talks } = await together('Acting', ada, grace);
  const [adaTalks, graceTalks] = talks;
  await adaTalks.send('Freeze from 17:00');
  await expect(graceTalks.message('Freeze from 17:00')).toBeVisible();

  await adaTalks.composer.fill('By the way');
  await adaTalks.choose('Freeze from 17:00', 'Edit');
  await expect(adaTalks.composer).toHaveValue('Freeze from 17:00');
  await adaTalks.composer.fill('Freeze from 18:00');
  await adaTalks.composer.press('Enter');
  await expect(graceTalks.message('Freeze from 18:00')).toContainText('Edited');
  await expect(graceTalks.message('Freeze from 17:00')).toBeHidden();
  await expect(adaTalks.composer).toHaveValue('By the way');
});

test('a change that cannot be saved says so and loses nothing', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { talks } = await together('Acting', ada, grace);
  const [adaTalks, graceTalks] = talks;
  await adaTalks.send('Freeze from 17:00');
  await expect(adaTalks.tick('Freeze from 17:00', /Sent|Delivered|Read/)).toBeVisible();
  await adaTalks.composer.press('ArrowUp');
  await expect(adaTalks.composer).toHaveValue('Freeze from 17:00');

  await ada.page.route('**/messages/*', (route) => route.abort());
  await adaTalks.composer.fill('Freeze from 18:00');
  await adaTalks.composer.press('Enter');
  await expect(ada.page.getByText('Your text is kept here')).toBeVisible();
  await expect(adaTalks.composer).toHaveValue('Freeze from 18:00');
  await ada.page.unroute('**/messages/*');
  await adaTalks.composer.press('Enter');
  await expect(graceTalks.message('Freeze from 18:00')).toBeVisible();
});

test('a deleted message leaves a line for everybody; its writer and the owner can delete it', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { talks } = await together('Acting', ada, grace);
  const [adaTalks, graceTalks] = talks;
  await graceTalks.send('Wrong window');
  await graceTalks.send('Not here either');
  await expect(adaTalks.message('Not here either')).toBeVisible();

  await graceTalks.choose('Wrong window', 'Delete');
  const dialog = grace.page.getByRole('dialog', { name: 'Delete this message?' });
  await expect(dialog).toContainText('Wrong window');
  await expectAccessible(grace.page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(graceTalks.message('Wrong window')).toBeVisible();
  await graceTalks.choose('Wrong window', 'Delete');
  await dialog.getByRole('button', { name: 'Delete for everyone' }).click();
  await expect(adaTalks.message('This message was deleted')).toBeVisible();
  await expect(adaTalks.message('Wrong window')).toBeHidden();

  await adaTalks.choose('Not here either', 'Delete');
  const others = ada.page.getByRole('dialog', { name: 'Delete this message?' });
  await expect(others).toContainText('It is by Grace');
  await others.getByRole('button', { name: 'Delete for everyone' }).click();
  await expect(graceTalks.message('Not here either')).toBeHidden();
});

test('a text is copied as it was written', async ({ person }) => {
  const ada = await person('Ada', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { talks } = await together('Acting', ada, await person('Grace'));
  await talks[0].send('Ship *it*');
  await talks[0].choose('Ship', 'Copy text');
  await expect(ada.page.getByText('Text copied.')).toBeVisible();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe('Ship *it*');
});

test('somebody is mentioned by the beginning of a name, and their list shows it', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { room, talks } = await together('Acting', ada, grace);
  const lobby = new Lobby(grace.page);
  await lobby.open();

  await talks[0].composer.pressSequentially('Have a look, @gra');
  await expect(talks[0].suggestion(/Grace/)).toBeVisible();
  await expect(talks[0].suggestion(/Ada/)).toBeHidden();
  await expectAccessible(ada.page);
  await talks[0].composer.press('Enter');
  await expect(talks[0].composer).toHaveValue(`Have a look, @${grace.user.username} `);
  await talks[0].composer.press('Enter');
  await expect(lobby.row(room.name).getByRole('img', { name: 'Mentions you' })).toBeVisible();
});

test('an emoji comes from the picker or from its name, and can be undone', async ({ person }) => {
  const ada = await person('Ada');
  const { talks } = await together('Acting', ada, await person('Grace'));
  const [talk] = talks;
  await talk.composer.fill('Done');
  await ada.page.getByRole('button', { name: 'Emoji' }).click();
  await talk.emojis.getByPlaceholder('Search emoji').fill('party');
  await expectAccessible(ada.page);
  await talk.emojis.getByRole('gridcell', { name: 'party popper' }).click();
  await expect(talk.composer).toHaveValue('Done🎉');
  await talk.composer.press('Escape');
  await expect(talk.emojis).toBeHidden();
  await talk.composer.press('Control+z');
  await expect(talk.composer).toHaveValue('Done');

  await talk.composer.pressSequentially(' :rock');
  await expect(talk.suggestion(/:rocket:/)).toBeVisible();
  await talk.suggestion(/:rocket:/).click();
  await expect(talk.composer).toHaveValue('Done 🚀');
  await talk.composer.pressSequentially(' :tada:');
  await expect(talk.composer).toHaveValue('Done 🚀 🎉');
  await talk.composer.press('Enter');
  await expect(talks[1].message('Done 🚀 🎉')).toBeVisible();

  await ada.page.getByRole('button', { name: 'Emoji' }).click();
  await expect(talk.emojis.getByRole('gridcell').first()).toHaveAccessibleName('party popper');
});

test('all of it is done by keyboard alone', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const { talks } = await together('Acting', ada, grace);
  const [adaTalks, graceTalks] = talks;
  const { keyboard } = ada.page;
  await expect(adaTalks.composer).toBeFocused();

  await keyboard.type('@gra');
  await expect(adaTalks.suggestion(/Grace/)).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.type('this is ');
  await keyboard.press('Control+b');
  await keyboard.type('big');
  await keyboard.press('ArrowRight');
  await keyboard.type(' ');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(adaTalks.emojis.getByPlaceholder('Search emoji')).toBeFocused();
  await keyboard.type('rocket');
  await expect(adaTalks.emojis.getByRole('gridcell', { name: 'rocket' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(adaTalks.emojis).toBeHidden();
  await expect(adaTalks.composer).toBeFocused();
  await expect(adaTalks.composer).toHaveValue(`@${grace.user.username} this is *big* 🚀`);
  await keyboard.press('Enter');
  await expect(graceTalks.message('🚀')).toBeVisible();

  await expect(adaTalks.tick('🚀', /Sent|Delivered|Read/)).toBeVisible();
  await keyboard.press('ArrowUp');
  await keyboard.press('Control+a');
  await keyboard.type('Small, after all');
  await keyboard.press('Enter');
  await expect(graceTalks.message('Small, after all')).toContainText('Edited');

  await graceTalks.send('So be it');
  await expect(adaTalks.message('So be it')).toBeVisible();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await expect(adaTalks.message('So be it')).toBeFocused();
  await keyboard.press('Enter');
  await expect(ada.page.getByRole('menuitem', { name: 'Reply' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(adaTalks.message('So be it')).toBeFocused();
  await keyboard.press('r');
  await expect(adaTalks.composer).toBeFocused();
  await keyboard.type('Good');
  await keyboard.press('Enter');
  await expect(graceTalks.quote('Good')).toContainText('So be it');

  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await keyboard.press('Delete');
  await expect(ada.page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(graceTalks.message('This message was deleted')).toBeVisible();
});
