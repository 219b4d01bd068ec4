import type { Locator } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { expect, test, uniqueName } from './support/journey.js';
import { expectStill, firstInView } from './support/reading-place.js';

const line = (number: number): string => `line ${String(number).padStart(3, '0')}`;
const LINES = Array.from({ length: 200 }, (_, index) => line(index + 1));

/** The message that is rendered first, in view or not. */
const firstPlace = (log: Locator): Promise<string | null> =>
  log.locator('[data-place]').first().getAttribute('data-place');

test('history loads upwards, and what one reads stays where it is', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Long'), kind: 'private' });
  await api.sendAll(room.id, LINES);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.message(line(200))).toBeInViewport();

  const seen = new Set(await talk.texts());
  while (!seen.has(line(1))) {
    // Stand a little below the top of what is rendered, and see where everything is when more stands above it.
    const topmost = await firstPlace(talk.log);
    await talk.log.evaluate((element) => element.scrollTo(0, 300));
    const read = await firstInView(talk.log);
    await expect.poll(() => firstPlace(talk.log)).not.toBe(topmost);
    await expectStill(talk.log, read);
    expect(await talk.messages.count()).toBeLessThan(150);
    for (const text of await talk.texts()) seen.add(text);
  }
  expect([...seen].sort()).toEqual(LINES);
});

test('a message that arrives while one reads further up does not move the page', async ({ person }) => {
  const ida = await person('Ida');
  const max = await person('Max');
  const room = await ida.api.directRoom(max.user.id);
  await max.api.sendAll(room.id, LINES.slice(0, 60));
  const talk = new Conversation(ida.page);
  await talk.open(room.id);
  // It opens where one has stopped reading, at the first line.
  await expect(talk.message(line(1))).toBeInViewport();
  await ida.page.getByRole('button', { name: /Jump to the newest message/ }).click();
  await expect(talk.message(line(60))).toBeInViewport();

  await talk.log.evaluate((element) => element.scrollBy(0, -300));
  await expect(ida.page.getByRole('button', { name: /Jump to the newest message/ })).toBeVisible();
  const read = await firstInView(talk.log);
  await max.api.send(room.id, 'far below');
  await expect(ida.page.getByRole('button', { name: /1 below/ })).toBeVisible();
  await expectStill(talk.log, read);

  await ida.page.getByRole('button', { name: /Jump to the newest message/ }).click();
  await expect(talk.message('far below')).toBeInViewport();
});

test('an own message shows at once as waiting, and as sent when the server has it', async ({ person }) => {
  const { page, context, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Pending'), kind: 'private' });
  const talk = new Conversation(page);
  await talk.open(room.id);
  await talk.send('before');
  await expect(talk.tick('before', 'Sent')).toBeVisible();

  await context.setOffline(true);
  await talk.send('meanwhile');
  await expect(talk.tick('meanwhile', 'Waiting to be sent')).toBeVisible();
  await context.setOffline(false);
  await expect(talk.tick('meanwhile', 'Sent')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await talk.expectTexts('before', 'meanwhile');
});

test('text is text: no markup in it comes alive, and a link leads out', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Markup'), kind: 'private' });
  const talk = new Conversation(page);
  await talk.open(room.id);
  await talk.send('<img src=x onerror="document.title=1"> see https://example.org/a?b=1');
  await expect(talk.message('<img src=x')).toBeVisible();
  await expect(talk.log.locator('img')).toHaveCount(0);
  const link = talk.log.getByRole('link', { name: 'https://example.org/a?b=1' });
  await expect(link).toHaveAttribute('href', 'https://example.org/a?b=1');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
});
