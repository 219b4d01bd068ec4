import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Settings } from './pages/settings.js';
import { expect, test } from './support/journey.js';

test('who hides their presence is seen by nobody, and sees nobody', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  const second = await ada.context.newPage();
  await new Conversation(second).open(room.id);
  await new Conversation(grace.page).open(room.id);
  const [adaSees, graceSees] = [second, grace.page].map((page) => page.locator('parley-room-header'));
  await expect(adaSees!).toContainText('Online');
  await expect(graceSees!).toContainText('Online');

  const settings = new Settings(ada.page);
  await settings.open('Privacy');
  await settings.turn('Show when I am online', 'off');
  for (const sight of [adaSees!, graceSees!]) {
    await expect(sight).not.toContainText('Online');
    await expect(sight).not.toContainText('Last seen');
  }
  await expect(new Lobby(grace.page).row('Ada')).not.toContainText('Online');

  await settings.turn('Show when I am online', 'on');
  await expect(graceSees!).toContainText('Online');
  await expect(adaSees!).toContainText('Online');
});

test('who hides what they have read shows no blue ticks and sees none, and keeps their own counts', async ({
  person,
}) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const room = await ada.api.directRoom(grace.user.id);
  await new Settings(ada.page).open('Privacy');
  await new Settings(ada.page).turn('Show what I have read', 'off');
  const graceTalks = new Conversation(grace.page);
  await graceTalks.open(room.id);
  await graceTalks.send('Did you see?');

  const adaTalks = new Conversation(ada.page);
  await new Lobby(ada.page).open();
  await expect(new Lobby(ada.page).unread('Grace')).toContainText('1 unread');
  await new Lobby(ada.page).row('Grace').click();
  await expect(adaTalks.message('Did you see?')).toBeVisible();
  await expect(new Lobby(ada.page).unread('Grace')).toBeHidden();
  await grace.page.reload();
  await expect(graceTalks.tick('Did you see?', /Sent|Delivered/)).toBeVisible();

  await adaTalks.send('I saw it');
  await expect(graceTalks.message('I saw it')).toBeVisible();
  await graceTalks.send('Good');
  await expect(adaTalks.message('Good')).toBeVisible();
  await expect(new Lobby(grace.page).unread('Ada')).toBeHidden();
  await expect(graceTalks.tick('Good', /Sent|Delivered/)).toBeVisible();
  await expect(adaTalks.tick('I saw it', /Sent|Delivered/)).toBeVisible();
});
