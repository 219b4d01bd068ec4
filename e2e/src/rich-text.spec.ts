import type { Locator } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';

const CODE = Array.from({ length: 20 }, (_, index) => `const line${index + 1} = ${index + 1};`).join('\n');
const WRITTEN = [
  '*bold*, _italic_, ~gone~ and `code`; snake_case_name and 2*3*4 stay',
  '> said before\nYes:\n- one\n1. first',
  `Look:\n\`\`\`ts\n${CODE}\n\`\`\``,
  '🎉🚀',
  'שלום עולם, הגרסה מוכנה.',
  'x'.repeat(300),
  'mail ops@example.org or see www.example.org/a_b',
];

test('what is written with marks is read as text, lists, quotes and code', async ({ person }) => {
  const [ida, max] = [await person('Ida'), await person('Max')];
  const room = await ida.api.directRoom(max.user.id);
  const talk = new Conversation(ida.page);
  await talk.open(room.id);
  await ida.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await max.api.sendAll(room.id, WRITTEN);
  await max.api.send(room.id, `@${ida.user.username}, ready?`);

  await expect(talk.log.locator('strong')).toHaveText('bold');
  await expect(talk.log.locator('em')).toHaveText('italic');
  await expect(talk.log.locator('s')).toHaveText('gone');
  await expect(talk.message('snake_case_name and 2*3*4 stay')).toBeVisible();
  await expect(talk.log.locator('blockquote')).toHaveText('said before');
  await expect(talk.log.getByText('@Ida', { exact: true })).toBeVisible();
  await expect(talk.log.getByRole('link', { name: 'ops@example.org' })).toHaveAttribute(
    'href',
    'mailto:ops@example.org',
  );

  const code = talk.log.getByRole('group', { name: 'Code' });
  await expect(code).not.toContainText('line5');
  await talk.log.getByRole('button', { name: 'Show 16 more lines' }).click();
  await expect(code).toContainText('line20');
  await talk.log.getByRole('button', { name: 'Copy' }).click();
  await expect(talk.log.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await ida.page.evaluate(() => navigator.clipboard.readText())).toBe(CODE);
});

test('code that one unfolds stays under the pointer, also at the end of the log', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Code'), kind: 'private' });
  await api.sendAll(room.id, [...Array.from({ length: 30 }, (_, index) => `line ${index}`), WRITTEN[2] ?? '']);
  const talk = new Conversation(page);
  await talk.open(room.id);
  const header = talk.log.getByText('20 lines');
  await expect(header).toBeInViewport();
  const before = await header.boundingBox();
  await talk.log.getByRole('button', { name: 'Show 16 more lines' }).click();
  await expect(talk.log.getByRole('group', { name: 'Code' })).toContainText('line20');
  const after = await header.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1_000))).toBeLessThanOrEqual(1);
});

test('the log has nothing that keeps somebody out, wide or narrow', async ({ person }) => {
  const [ida, max] = [await person('Ida'), await person('Max')];
  const room = await ida.api.createRoom({ name: uniqueName('Access'), kind: 'public' });
  await max.api.join(room.id);
  const asked = await max.api.send(room.id, WRITTEN[0] ?? '');
  await max.api.sendAll(room.id, WRITTEN.slice(1));
  await ida.api.sendAll(room.id, WRITTEN.slice(0, 3));
  await max.api.send(room.id, `@${ida.user.username}, this?`, asked.seq + 1);
  await ida.api.send(room.id, 'Yes, that.', asked.seq);
  const talk = new Conversation(ida.page);
  await talk.open(room.id);
  await expect(talk.quote('Yes, that.')).toContainText('bold, italic, gone and code');
  await expectAccessible(ida.page);
  await ida.page.setViewportSize(PHONE.viewport);
  // The log keeps one's place when it changes its size, and may still be about that.
  await expect(async () => {
    await talk.log.evaluate((log) => log.scrollTo(0, 0));
    await expect(talk.log.locator('blockquote').first()).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(ida.page);
});

/** Where something begins and ends in the width of the window. */
const edges = (of: Locator): Promise<{ left: number; right: number }> =>
  of.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left, right };
  });

test('what is written from right to left is laid out so, and the page around it is not', async ({ person }) => {
  const ida = await person('Ida', PHONE);
  const name = `גרסה ${uniqueName('room')}`;
  const room = await ida.api.createRoom({ name, kind: 'private' });
  await ida.api.send(room.id, 'רשימה:\n- ראשון\n- שני');
  const talk = new Conversation(ida.page);
  await talk.open(room.id);

  const item = talk.log.getByRole('listitem').filter({ hasText: /^ראשון$/ });
  await expect(item).toHaveCSS('direction', 'rtl');
  const [words, list] = [await edges(item), await edges(talk.log.locator('ul'))];
  // The room for the marks is on the right, where reading begins.
  expect(words.right).toBeLessThan(list.right);
  await talk.composer.fill('תודה');
  await expect(talk.composer).toHaveCSS('direction', 'rtl');
  await talk.composer.fill('Thanks');
  await expect(talk.composer).toHaveCSS('direction', 'ltr');

  const header = ida.page.locator('parley-room-header');
  const [face, title] = [
    await edges(header.locator('parley-avatar')),
    await edges(header.getByRole('button', { name, exact: true })),
  ];
  expect(title.left - face.right).toBeLessThan(16);
});
