import type { Page } from '@playwright/test';
import type { Room } from '#shared';
import { Lobby } from './pages/lobby.js';
import { NotificationSettings } from './pages/notification-settings.js';
import { lookAway, lookBack, openAndLeave } from './support/attention.js';
import { crash } from './support/crash.js';
import { expect, test, type Person } from './support/journey.js';
import { expectShown, listener, shownIn } from './support/notifications.js';
import { roomOf } from './support/rooms.js';
import { recordTones, tonesIn } from './support/tones.js';

/** Writes until a tab that was silent so far shows it: the news of a tab that has gone take a moment. */
async function expectToSpeak(tab: Page, writer: Person, room: Room): Promise<void> {
  await expect(async () => {
    await writer.api.send(room.id, 'Still there?');
    await expect.poll(() => shownIn(tab), { timeout: 3_000 }).not.toEqual([]);
  }).toPass();
}

test('two tabs that nobody looks at show one notification, and the next tab follows when one closes', async ({
  person,
}) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const [first, second] = [await roomOf('First', ada, grace), await roomOf('Second', ada, grace)];
  const other = await grace.context.newPage();
  const tabs = [grace.page, other];
  for (const page of tabs) await openAndLeave(page, first, second);

  await ada.api.send(first.id, 'Hello');
  await expectShown(tabs, ['Hello']);
  await ada.api.send(second.id, 'And here');
  for (const page of tabs) await expect(page).toHaveTitle('(2) Chats \u00b7 Parley');
  await expectShown(tabs, ['Hello', 'And here']);
  expect((await shownIn(...tabs))[0]).toMatchObject({ title: `Ada \u00b7 ${first.name}`, tag: first.id, silent: true });

  expect(await shownIn(other)).toEqual([]);
  await grace.page.close();
  await expectToSpeak(other, ada, first);
});

test('a tab that crashes while it speaks for all hands over to the next', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await roomOf('Crash', ada, grace);
  const other = await grace.context.newPage();
  for (const page of [grace.page, other]) await openAndLeave(page, room);
  await ada.api.send(room.id, 'Hello');
  await expectShown([grace.page, other], ['Hello']);
  expect(await shownIn(other)).toEqual([]);

  await crash(grace.page);
  await expectToSpeak(other, ada, room);
});

test('nothing shows while one looks at any tab', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const [first, second] = [await roomOf('First', ada, grace), await roomOf('Second', ada, grace)];
  const other = await grace.context.newPage();
  const tabs = [grace.page, other];
  for (const page of tabs) await openAndLeave(page, first, second);
  await lookBack(other);

  await ada.api.send(first.id, 'You are looking');
  for (const page of tabs) await expect(new Lobby(page).unread(first.name)).toContainText('1 unread');
  await lookAway(other);
  await ada.api.send(second.id, 'You are not');
  await expectShown(tabs, ['You are not']);
});

test('the sound plays in the tab that speaks alone', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await listener(person, 'Grace');
  const room = await roomOf('Loud', ada, grace);
  await recordTones(grace.context);
  const settings = new NotificationSettings(grace.page);
  await settings.open();
  await settings.switch('Play a soft sound').check();
  await expect.poll(() => tonesIn(grace.page)).toBe(2);
  await settings.button('Play').click();
  await expect.poll(() => tonesIn(grace.page)).toBe(4);

  const other = await grace.context.newPage();
  await openAndLeave(other, room);
  await lookAway(grace.page);
  await ada.api.send(room.id, 'Hello');
  await expectShown([grace.page, other], ['Hello']);
  await expect.poll(() => tonesIn(grace.page)).toBe(6);
  expect(await tonesIn(other)).toBe(0);
  expect((await shownIn(grace.page))[0]?.silent).toBe(true);
});
