import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expect, test, uniqueName } from './support/journey.js';
import { fillLongRoom } from './support/long-room.js';

/** Half a minute after midnight in New York; six messages come before it, one a minute. */
const MIDNIGHT = new Date('2026-01-15T05:00:30Z');
const COUNT = 6;
const NEW_YORK = { timezoneId: 'America/New_York' };
const TOKYO = { timezoneId: 'Asia/Tokyo' };

test('a message stands under the day that it has where its reader is', async ({ person, visitor }) => {
  const there = await person('Nora', NEW_YORK);
  const room = await there.api.createRoom({ name: uniqueName('Days'), kind: 'private' });
  fillLongRoom(room.id, there.user, COUNT, MIDNIGHT);
  const elsewhere = await visitor({ ...TOKYO, storageState: await there.context.storageState() });
  for (const { page } of [there, elsewhere]) await page.clock.setFixedTime(MIDNIGHT);

  const talk = new Conversation(there.page);
  await talk.open(room.id);
  await expect(talk.days).toHaveText([/^Yesterday/, /^Today/]);
  await expect(talk.day('Yesterday').getByRole('listitem')).toHaveCount(COUNT - 1);
  await expect(talk.day('Yesterday')).toContainText('23:59');
  await expect(talk.day('Today')).toContainText('00:00');

  const other = new Conversation(elsewhere.page);
  await other.open(room.id);
  await expect(other.days).toHaveText([/^Today/]);
  await expect(other.day('Today').getByRole('listitem')).toHaveCount(COUNT);
  await expect(other.day('Today')).toContainText('14:00');
});

test('today becomes yesterday at midnight, while one looks', async ({ person }) => {
  const { page, api, user } = await person('Nora', NEW_YORK);
  const room = await api.createRoom({ name: uniqueName('Midnight'), kind: 'private' });
  fillLongRoom(room.id, user, COUNT, new Date(MIDNIGHT.getTime() - 120_000));
  await page.clock.install({ time: new Date(MIDNIGHT.getTime() - 60_000) });
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.days).toHaveText([/^Today/]);
  await expect(new Lobby(page).row(room.name ?? '')).toContainText('23:58');

  await page.clock.fastForward(120_000);
  await expect(talk.days).toHaveText([/^Yesterday/]);
  await expect(new Lobby(page).row(room.name ?? '')).toContainText('Yesterday');
});
