import type { Locator } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { expect, test, uniqueName } from './support/journey.js';

const line = (number: number): string => `line ${String(number).padStart(3, '0')}`;
const LINES = Array.from({ length: 200 }, (_, index) => line(index + 1));

/** The message that is the first one in view, and where it stands. */
const firstInView = (log: Locator): Promise<{ place: string; top: number }> =>
  log.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    const rows = Array.from(element.querySelectorAll('[data-place]'));
    const first = rows.find((row) => row.getBoundingClientRect().bottom > top);
    return { place: first?.getAttribute('data-place') ?? '', top: first?.getBoundingClientRect().top ?? NaN };
  });

/** What waits until it is let through. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

const topOf = (log: Locator, place: string): Promise<number> =>
  log.locator(`[data-place="${place}"]`).evaluate((row) => row.getBoundingClientRect().top);

test('history loads upwards, and what one reads stays where it is', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Long'), kind: 'private' });
  await api.sendAll(room.id, LINES);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.message(line(200))).toBeInViewport();

  let count = await talk.messages.count();
  expect(count).toBeLessThan(LINES.length);
  while (count < LINES.length) {
    // Stand a little below the top, hold the answer back, and see where everything is when it has come.
    const held = gate();
    await page.route(/\/messages\?.*before=/, async (route) => {
      await held.opened;
      await route.continue();
    });
    await talk.log.evaluate((element) => element.scrollTo(0, 120));
    await expect(page.getByText('Loading earlier messages')).toBeVisible();
    const { place, top } = await firstInView(talk.log);
    held.open();
    await expect.poll(() => talk.messages.count()).toBeGreaterThan(count);
    await expect(page.getByText('Loading earlier messages')).toBeHidden();
    expect(Math.abs((await topOf(talk.log, place)) - top)).toBeLessThanOrEqual(2);
    await page.unroute(/\/messages\?.*before=/);
    count = await talk.messages.count();
  }
  expect(await talk.texts()).toEqual(LINES);
});

test('a message that arrives while one reads further up does not move the page', async ({ person }) => {
  const ida = await person('Ida');
  const max = await person('Max');
  const room = await ida.api.directRoom(max.user.id);
  await max.api.sendAll(room.id, LINES.slice(0, 60));
  const talk = new Conversation(ida.page);
  await talk.open(room.id);
  await expect(talk.message(line(60))).toBeInViewport();

  await talk.log.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  const { place, top } = await firstInView(talk.log);
  await max.api.send(room.id, 'far below');
  await expect(ida.page.getByRole('button', { name: /1 below/ })).toBeVisible();
  expect(Math.abs((await topOf(talk.log, place)) - top)).toBeLessThanOrEqual(2);

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
  await expect(talk.message('meanwhile')).toHaveCount(1);
  expect(await talk.texts()).toEqual(['before', 'meanwhile']);
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
  await expect(link).toHaveAttribute('rel', /noopener/);
});
