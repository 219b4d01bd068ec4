import { Conversation } from './pages/conversation.js';
import { expect, test, uniqueName } from './support/journey.js';

const LINES = Array.from({ length: 150 }, (_, index) => `line ${String(index + 1).padStart(3, '0')}`);

test('a quote shows what it answers and leads there, however far', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Quotes'), kind: 'private' });
  const asked = await api.send(room.id, 'Shall we *freeze* today?');
  await api.sendAll(room.id, LINES);
  await api.send(room.id, 'Yes, at six.', asked.seq);
  const talk = new Conversation(page);
  await talk.open(room.id);

  await expect(talk.quote('Yes, at six.')).toContainText('You');
  await expect(talk.quote('Yes, at six.')).toContainText('Shall we freeze today?');
  await talk.quote('Yes, at six.').click();
  const target = talk.messages.filter({ hasText: 'Shall we freeze today?' }).first();
  await expect(target).toBeInViewport();
  await expect(target).toHaveClass(/marked/);
  await expect(target).toBeFocused();
  await expect(target).not.toHaveClass(/marked/);
  await talk.goToEnd();
  await expect(talk.message('Yes, at six.')).toBeInViewport();
});

test('the log is walked through with the keys, and left with Escape', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Keys'), kind: 'private' });
  await api.sendAll(room.id, LINES.slice(0, 40));
  const talk = new Conversation(page);
  await talk.open(room.id);
  await expect(talk.message('line 040')).toBeInViewport();

  await talk.log.focus();
  await expect(talk.message('line 040')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(talk.message('line 039')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAccessibleName('Sent Message info');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAccessibleName('Options for this message');
  await page.keyboard.press('Home');
  await expect(talk.messages.first()).toBeFocused();
  await expect(talk.messages.first()).toBeInViewport();
  await page.keyboard.press('End');
  await expect(talk.message('line 040')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(talk.composer).toBeFocused();
});

test('an address leads to a message, and a chip from there to the first unread one', async ({ person }) => {
  const [ida, max] = [await person('Ida'), await person('Max')];
  const room = await ida.api.directRoom(max.user.id);
  const first = await ida.api.send(room.id, 'the very first');
  await max.api.sendAll(room.id, LINES);
  const talk = new Conversation(ida.page);
  await ida.page.goto(`/rooms/${room.id}?at=${first.seq + 140}`);
  await expect(talk.message('line 140')).toBeInViewport();
  const chip = ida.page.getByRole('button', { name: '150 unread messages' });
  await chip.click();
  await expect(talk.message('line 001')).toBeInViewport();
  await expect(chip).toHaveCount(0);
  await talk.goToEnd();
  await expect(talk.message('line 150')).toBeInViewport();
  await expect(chip).toHaveCount(0);
});

test('a new message is told to a screen reader once, and history is not', async ({ person }) => {
  const [ida, max] = [await person('Ida'), await person('Max')];
  const room = await ida.api.directRoom(max.user.id);
  await max.api.sendAll(room.id, LINES.slice(0, 60));
  const talk = new Conversation(ida.page);
  await talk.open(room.id);
  await expect(talk.log).toHaveAttribute('aria-live', 'off');
  await expect(talk.message('line 001')).toBeInViewport();
  const voice = ida.page.locator('.cdk-live-announcer-element');
  await max.api.send(room.id, 'Are you *there*?');
  await expect(voice).toHaveText('Max: Are you there?');
});
