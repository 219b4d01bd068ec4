import type { Locator } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { expect, test } from './support/journey.js';

const SORRY = 'Pictures and files cannot be sent yet';

/** Pastes or drops a picture, as the browser brings one; tells whether the page has kept the browser from dealing with it. */
const bring = (place: Locator, type: 'paste' | 'drop'): Promise<boolean> =>
  place.evaluate((element, kind) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'picture.png', { type: 'image/png' }));
    const given = { bubbles: true, cancelable: true };
    const event =
      kind === 'paste'
        ? new ClipboardEvent('paste', { ...given, clipboardData: data })
        : new DragEvent('drop', { ...given, dataTransfer: data });
    return !element.dispatchEvent(event);
  }, type);

test('text is pasted as text, whatever it looked like', async ({ person }) => {
  const { page, context, api } = await person('Ida');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const talk = new Conversation(page);
  await talk.open((await api.createRoom({ name: 'Pasted', kind: 'private' })).id);
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob(['one\ntwo'], { type: 'text/plain' }),
        'text/html': new Blob(['<b>one</b><br>two'], { type: 'text/html' }),
      }),
    ]),
  );
  await talk.composer.fill('See: ');
  await talk.composer.press('End');
  await talk.composer.press('ControlOrMeta+v');
  await expect(talk.composer).toHaveValue('See: one\ntwo');
  await page.reload();
  await expect(talk.composer).toHaveValue('See: one\ntwo');
});

test('what is dragged from the log into the field is text there', async ({ person }) => {
  const { page, api } = await person('Ida');
  const talk = new Conversation(page);
  const room = await api.createRoom({ name: 'Dragged', kind: 'private' });
  await api.send(room.id, 'Carried');
  await talk.open(room.id);
  const words = talk.message('Carried').locator('.line');
  await words.dblclick();
  const [from, to] = [await words.boundingBox(), await talk.composer.boundingBox()];
  if (!from || !to) throw new Error('Nothing is to be seen');
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height, { steps: 5 });
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 10 });
  await page.mouse.up();
  await expect(talk.composer).toHaveValue('Carried');
});

test('a picture is refused kindly, and nothing is lost by it', async ({ person }) => {
  const { page, api } = await person('Ida');
  const talk = new Conversation(page);
  await talk.open((await api.createRoom({ name: 'Pictures', kind: 'private' })).id);
  const sorry = page.getByRole('status').filter({ hasText: SORRY });
  await talk.composer.fill('Look at');
  expect(await bring(talk.composer, 'paste')).toBe(true);
  await expect(sorry).toBeVisible();
  await expect(talk.composer).toHaveValue('Look at');
  await talk.composer.pressSequentially(' this');
  await expect(sorry).toBeHidden();

  expect(await bring(page.locator('parley-conversation-page .body'), 'drop')).toBe(true);
  await expect(sorry).toBeVisible();
  await expect(talk.composer).toHaveValue('Look at this');
});
