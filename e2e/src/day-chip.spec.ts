import type { Locator } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { expect, test, uniqueName } from './support/journey.js';
import { fillLongRoom } from './support/long-room.js';

const BERLIN = { timezoneId: 'Europe/Berlin' };
/** Forty minutes after midnight in Berlin, with as many messages before it as after it, one a minute. */
const NOW = new Date('2026-01-14T23:40:30Z');
const COUNT = 80;

interface Standing {
  /** The day of the first message in view. */
  readonly day: string;
  /** How far below the upper edge of the log the name of that day stands. */
  readonly below: number;
  /** Whether the name of the next day, if there is one, stands wholly under it. */
  readonly isClear: boolean;
}

/** Scrolls to where the messages of today begin so many pixels below the upper edge of the log, and says what stands there. */
const bringToday = (log: Locator, pixels: number): Promise<Standing> =>
  log.evaluate(async (area, wanted) => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    const boxOf = (element?: Element | null): DOMRect => element?.getBoundingClientRect() ?? new DOMRect(0, NaN);
    const days = Array.from(area.querySelectorAll('section'));
    const edge = boxOf(area).top;
    area.scrollBy(0, boxOf(days.at(-1)).top - edge - wanted);
    for (let frames = 0; frames < 2; frames++) await frame();

    const isRead = (day: Element): boolean =>
      Array.from(day.querySelectorAll('[data-place]')).some((row) => boxOf(row).bottom > edge);
    const at = days.findIndex(isRead);
    const [chip, next] = [at, at + 1].map((index) => days[index]?.querySelector('button'));
    return {
      day: days[at]?.getAttribute('aria-label') ?? '',
      below: Math.round(boxOf(chip).top - edge),
      isClear: !next || boxOf(chip).bottom <= boxOf(next).top,
    };
  }, pixels);

/** Scrolls a little, and says how much of the name of a day is to be seen right then. */
const opacityInMotion = (chip: Locator): Promise<string> =>
  chip.evaluate(async (element) => {
    element.closest('[role="log"]')?.scrollBy(0, -1);
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
    return getComputedStyle(element).opacity;
  });

test('the name of a day stays over what one reads, gives way to the next, and fades while one rests', async ({
  person,
}) => {
  const { page, api, user } = await person('Nora', BERLIN);
  const room = await api.createRoom({ name: uniqueName('Chip'), kind: 'private' });
  fillLongRoom(room.id, user, COUNT, NOW);
  await page.clock.setFixedTime(NOW);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.days.last()).toHaveText(/^Today/);

  const whereTodayStandsAt = (pixels: number) => expect.poll(() => bringToday(talk.log, pixels));
  await whereTodayStandsAt(300).toEqual({ day: 'Yesterday', below: 8, isClear: true });
  // The next day pushes it out, and then takes its place.
  await whereTodayStandsAt(20).toEqual({ day: 'Yesterday', below: -20, isClear: true });
  await whereTodayStandsAt(-200).toEqual({ day: 'Today', below: 8, isClear: true });

  const today = talk.days.last();
  await expect(today).toHaveCSS('opacity', '0');
  await expect.poll(() => opacityInMotion(today)).toBe('1');
  await expect(today).toHaveCSS('opacity', '0');
});
