import { Conversation } from './pages/conversation.js';
import { expect, test, uniqueName } from './support/journey.js';
import { fillLongRoom, longRoomTime } from './support/long-room.js';
import { STILL_PX } from './support/reading-place.js';

const COUNT = 100_000;
const PAGES = 30;
/** The document stays as small as this, head and all, wherever one scrolls. */
const MOST_ROWS = 60;
const MOST_ELEMENTS = 650;

const ascending = (places: readonly number[]): boolean =>
  places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);

test('in a log of 100,000 messages one reads up, down and anywhere, and nothing jumps', async ({ person }) => {
  const { page, api, user } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Long'), kind: 'private' });
  const now = new Date();
  fillLongRoom(room.id, user, COUNT, now);
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.message('message 99999').first()).toBeInViewport();

  const expectSmall = async (): Promise<void> => {
    expect(await talk.messages.count()).toBeLessThan(MOST_ROWS);
    expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
  };
  const turnPage = async (pixels: number): Promise<void> => {
    expect(Math.abs(await talk.turn(pixels))).toBeLessThanOrEqual(STILL_PX);
    expect(ascending(await talk.places())).toBe(true);
    // There is more above until the first message, and it comes before one is there.
    await expect.poll(() => talk.log.evaluate((log) => log.scrollTop)).toBeGreaterThan(0);
  };
  await expectSmall();

  for (let count = 0; count < PAGES; count++) await turnPage(-600);
  await expectSmall();
  expect((await talk.places())[0]).toBeLessThan(COUNT - 300);
  for (let count = 0; count < PAGES; count++) await turnPage(600);
  await expectSmall();

  await expect(talk.message('message 100000')).toBeInViewport();
  await talk.quote('message 100000').click();
  await expect(talk.message('message 50000')).toBeInViewport();
  expect(ascending(await talk.places())).toBe(true);
  await expectSmall();

  const wanted = longRoomTime(20_000, COUNT, now);
  const day = await page.evaluate((iso) => {
    const date = new Date(iso);
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }, wanted.toISOString());
  const midnight = await page.evaluate((date) => new Date(`${date}T00:00:00`).getTime(), day);
  const first = COUNT - Math.floor((now.getTime() - midnight) / 60_000);
  await talk.goToDay(day);
  await expect(talk.message(`message ${first}`)).toBeInViewport();
  expect(ascending(await talk.places())).toBe(true);
  await expectSmall();

  await talk.goToEnd();
  await expect(talk.message('message 100000')).toBeInViewport();
});
