import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { NotificationSettings } from './pages/notification-settings.js';
import { lookAway, lookBack, openAndLeave } from './support/attention.js';
import { expect, test } from './support/journey.js';
import { clickInWorker, clickNotification, expectShown, listener, shownIn } from './support/notifications.js';
import { roomOf } from './support/rooms.js';

const HOUR_MS = 3_600_000;

/** The time of day so many hours from now, as a field for it takes it. */
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toTimeString().slice(0, 5);

test('a click opens the conversation, and what is read anywhere is taken down', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await ada.api.directRoom(grace.user.id);
  const second = await roomOf('Second', ada, grace);
  await openAndLeave(grace.page, { name: 'Ada' }, second);

  await ada.api.send(room.id, 'Have a look');
  await expectShown([grace.page], ['Have a look']);
  expect((await shownIn(grace.page))[0]?.title).toBe('Ada');
  await lookBack(grace.page);
  await clickNotification(grace.page, room.id);
  await expect(new Conversation(grace.page).message('Have a look')).toBeVisible();
  await expect(grace.page).toHaveURL(`/rooms/${room.id}`);

  await lookAway(grace.page);
  await ada.api.send(second.id, 'And at this');
  await expectShown([grace.page], ['Have a look', 'And at this']);
  expect((await shownIn(grace.page))[1]?.closed).toBe(false);
  const other = await grace.context.newPage();
  await new Conversation(other).open(second.id);
  await expect.poll(async () => (await shownIn(grace.page))[1]?.closed).toBe(true);
});

test('a muted conversation shows nothing but mentions', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const [quiet, loud] = [await roomOf('Quiet', ada, grace), await roomOf('Loud', ada, grace)];
  const lobby = new Lobby(grace.page);
  await lobby.open();
  await lobby.choose(quiet.name, 'Mute', 'For 8 hours');
  await expect(lobby.row(quiet.name).getByRole('img', { name: 'Muted' })).toBeVisible();
  await lookAway(grace.page);

  await ada.api.send(quiet.id, 'Not heard');
  await ada.api.send(loud.id, 'Heard');
  await expectShown([grace.page], ['Heard']);
  await ada.api.send(quiet.id, `Heard, @${grace.user.username}`);
  await expectShown([grace.page], ['Heard', `Heard, @${grace.user.username}`]);
});

test('a burst, and what came in an absence, are one notification a conversation', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await roomOf('Away', ada, grace);
  await openAndLeave(grace.page, room);

  await grace.context.setOffline(true);
  await expect(new ConnectionBanner(grace.page).banner).toBeVisible({ timeout: 40_000 });
  await ada.api.sendAll(room.id, ['one', 'two', 'three', 'four']);
  await grace.context.setOffline(false);
  await expect.poll(() => shownIn(grace.page), { timeout: 60_000 }).toHaveLength(1);
  expect((await shownIn(grace.page))[0]?.body).toBe('4 new messages\nfour');
  await ada.api.send(room.id, 'five');
  await expectShown([grace.page], ['4 new messages\nfour', '5 new messages\nfive']);
});

test('the words stay hidden when one wants that', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await roomOf('Hidden', ada, grace);
  const settings = new NotificationSettings(grace.page);
  await settings.open();
  await settings.switch('Show what was written').uncheck();
  await openAndLeave(grace.page, room);
  await ada.api.send(room.id, 'A secret');
  await expectShown([grace.page], ['New message']);
});

test('do not disturb keeps still, says so, counts on, and ends when it is turned off', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await roomOf('Disturbed', ada, grace);
  const lobby = new Lobby(grace.page);
  await lobby.open();
  const sign = lobby.list.getByRole('button', { name: /^Do not disturb until/ });
  await expect(sign).toBeHidden();
  await grace.page.getByRole('button', { name: /your account$/ }).click();
  await grace.page.getByRole('menuitem', { name: 'Do not disturb' }).click();
  await grace.page.getByRole('menuitem', { name: 'For 1 hour' }).click();
  await expect(sign).toBeVisible();

  await lookAway(grace.page);
  await ada.api.send(room.id, 'Sleep well');
  await expect(grace.page).toHaveTitle('(1) Chats \u00b7 Parley');
  await lookBack(grace.page);
  await sign.click();
  await grace.page.getByRole('menuitem', { name: 'Turn off' }).click();
  await expect(sign).toBeHidden();
  expect(await shownIn(grace.page)).toEqual([]);

  await lookAway(grace.page);
  await ada.api.send(room.id, 'Good morning');
  await expect.poll(() => shownIn(grace.page)).toHaveLength(1);
});

test('do not disturb keeps still in its hours, and not outside of them', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await roomOf('Hours', ada, grace);
  const settings = new NotificationSettings(grace.page);
  await settings.open();
  await settings.keepQuiet(inHours(-1), inHours(1));
  await openAndLeave(grace.page, room);
  await expect(new Lobby(grace.page).list.getByRole('button', { name: /^Do not disturb until/ })).toBeVisible();
  await ada.api.send(room.id, 'In the night');
  await expect(grace.page).toHaveTitle('(1) Chats \u00b7 Parley');

  const other = await grace.context.newPage();
  const elsewhere = new NotificationSettings(other);
  await elsewhere.open();
  await elsewhere.keepQuiet(inHours(2), inHours(3));
  await other.close();
  await ada.api.send(room.id, 'In the morning');
  await expect.poll(() => shownIn(grace.page)).toHaveLength(1);
  expect((await shownIn(grace.page))[0]?.body).toContain('In the morning');
});

test('through the real service worker: one a conversation, and a click that finds the tab', async ({ person }) => {
  const ada = await person('Ada');
  const { page, context, user } = await person('Grace', {
    permissions: ['notifications'],
    serviceWorkers: 'allow',
  });
  const room = await ada.api.directRoom(user.id);
  await openAndLeave(page, { name: 'Ada' });
  await page.evaluate(() => navigator.serviceWorker.ready);
  const shown = (): Promise<{ body: string; icon: string }[]> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return ((await registration?.getNotifications()) ?? []).map(({ body, icon }) => ({ body, icon }));
    });
  const bodies = async (): Promise<string[]> => (await shown()).map(({ body }) => body);

  await ada.api.send(room.id, 'Hello');
  await expect.poll(bodies).toEqual(['Hello']);
  // Ada has no picture: her face is drawn.
  expect((await shown())[0]?.icon).toMatch(/^data:image\/png;base64,.{500,}/);
  await ada.api.send(room.id, 'Hello again');
  await expect.poll(bodies).toEqual(['2 new messages\nHello again']);

  await lookBack(page);
  await context.serviceWorkers()[0]?.evaluate(clickInWorker);
  await expect(page).toHaveURL(`/rooms/${room.id}`);
  await expect.poll(bodies).toEqual([]);
});
