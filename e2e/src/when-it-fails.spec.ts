import type { Page, Route } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { Directory } from './pages/directory.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName, type Person } from './support/journey.js';
import { fillLongRoom } from './support/long-room.js';

/** More than is loaded ahead of what one reads. */
const MANY = 260;
const isUnwell = (route: Route): Promise<void> => route.fulfill({ status: 500, body: 'Internal Server Error' });
const isGone = (route: Route): Promise<void> => route.abort('connectionfailed');

/** The server says no word by itself: a connection that comes up would be a reason to ask again, at any moment. */
const withoutEvents = (page: Page): Promise<void> => page.routeWebSocket(/\/socket\.io\//, () => undefined);

const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

async function ownRoom({ api }: Person): Promise<{ id: string; name: string }> {
  const { id, name } = await api.createRoom({ name: uniqueName('Failing'), kind: 'public' });
  return { id, name: name ?? '' };
}

test('a list that does not load says so, and comes when one tries again', async ({ person }) => {
  const ada = await person('Ada');
  const { page } = ada;
  const room = await ownRoom(ada);
  const lobby = new Lobby(page);
  const rooms = /\/api\/v1\/rooms(\?|$)/u;
  await withoutEvents(page);
  await page.route(rooms, isUnwell);
  await lobby.open();
  await expect(page.getByRole('alert')).toHaveText('Your conversations could not be loaded.');
  await expectAccessible(page);

  await page.unroute(rooms);
  await tryAgain(page).click();
  await expect(lobby.row(room.name)).toBeVisible();
});

test('messages that do not load say so, the first of them and those before, and come when one tries again', async ({
  person,
}) => {
  const ada = await person('Ada');
  const { page } = ada;
  const room = await ownRoom(ada);
  fillLongRoom(room.id, ada.user, MANY, new Date());
  const talk = new Conversation(page);
  const messages = /\/messages(\?|$)/u;
  await withoutEvents(page);
  await page.route(messages, isUnwell);
  await page.goto(`/rooms/${room.id}`);
  await expect(page.getByRole('heading', { name: 'The messages could not be loaded.' })).toBeVisible();
  await expectAccessible(page);
  await page.unroute(messages);
  await tryAgain(page).click();
  await expect(talk.message(`message ${MANY}`)).toBeInViewport();

  await page.route(messages, isGone);
  const toTop = (): Promise<void> => talk.log.evaluate((log) => log.scrollTo(0, 0));
  await expect(async () => {
    await toTop();
    const told = page.getByRole('status').filter({ hasText: 'Messages could not be loaded.' });
    await expect(told).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  await page.unroute(messages);
  await tryAgain(page).click();
  await expect(async () => {
    await toTop();
    await expect(talk.message('message 1').first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('a directory that does not load says so, and comes when one tries again', async ({ person }) => {
  const ada = await person('Ada');
  const { page } = ada;
  const room = await ownRoom(ada);
  const directory = new Directory(page);
  const rooms = /\/api\/v1\/rooms\/directory/u;
  await page.route(rooms, isGone);
  await directory.open();
  await expect(directory.rooms.getByRole('alert')).toContainText('The server cannot be reached.');
  await expectAccessible(page);

  await page.unroute(rooms);
  await tryAgain(page).click();
  await directory.search(room.name);
  await expect(directory.rooms.getByRole('link', { name: `Open ${room.name}` })).toBeVisible();
});
