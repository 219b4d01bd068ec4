import { LIMITS } from '#shared';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Settings } from './pages/settings.js';
import { expectAccessible } from './support/accessibility.js';
import { CarriedFile } from './support/carried-file.js';
import { pinch } from './support/fingers.js';
import { expect, PHONE, test } from './support/journey.js';
import { roomOf } from './support/rooms.js';

test('a name, a line about oneself and a picture reach others at once', async ({ person }) => {
  const ada = await person('Ada');
  const grace = await person('Grace');
  const direct = await ada.api.directRoom(grace.user.id);
  await ada.api.send(direct.id, 'Hello');
  await new Conversation(grace.page).open(direct.id);
  const lobby = new Lobby(grace.page);
  await expect(lobby.row('Ada')).toBeVisible();
  const room = await roomOf('Faces', ada, grace);
  await ada.api.send(room.id, 'Good morning');
  const group = new Conversation(await grace.context.newPage());
  await group.open(room.id);

  const settings = new Settings(ada.page);
  await settings.open('Profile');
  await settings.field('Your name').fill('Ada Byron');
  await settings.field('About you').fill('Engines and poetry');
  await settings.save();
  await expect(new Conversation(grace.page).title('Ada Byron')).toBeVisible();
  await expect(lobby.row('Ada Byron')).toBeVisible();
  await grace.page.getByRole('button', { name: 'Details' }).click();
  await expect(grace.page.getByRole('dialog')).toContainText('Engines and poetry');
  await grace.page.keyboard.press('Escape');

  const dialog = await settings.choosePicture(await ada.page.screenshot());
  await dialog.getByRole('button', { name: 'Use this picture' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const places = [
    grace.page.locator('parley-room-header'),
    lobby.row('Ada Byron'),
    group.message('Good morning'),
    new Lobby(group.page).row('Ada Byron'),
  ];
  for (const place of places) {
    await expect(place.locator('parley-avatar img')).toBeVisible();
    await expect(place.locator('parley-avatar img')).toHaveJSProperty('naturalWidth', 256);
  }
  await expect(ada.page.getByRole('button', { name: /your account$/ }).locator('img')).toBeVisible();

  await ada.page.getByRole('button', { name: 'Remove' }).click();
  for (const place of places) await expect(place.locator('parley-avatar img')).toHaveCount(0);
  await expect(lobby.row('Ada Byron').locator('parley-avatar')).toHaveText('AB');
});

test('the part of a picture is chosen by mouse, wheel and keys, and fits the server', async ({ person }) => {
  const { page } = await person('Ada');
  const settings = new Settings(page);
  await settings.open('Profile');
  const dialog = await settings.choosePicture(await page.screenshot());
  const canvas = dialog.locator('canvas');
  const zoom = dialog.getByRole('slider', { name: 'Zoom' });
  const picture = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  await expect(canvas).toBeFocused();
  await expect(zoom).toHaveValue('1');

  const seen = new Set([await picture()]);
  const changes = async (act: () => Promise<void>) => {
    await act();
    await expect.poll(async () => !seen.has(await picture())).toBe(true);
    seen.add(await picture());
  };
  await changes(() => page.keyboard.press('ArrowRight'));
  await changes(() => page.keyboard.press('+'));
  await expect(zoom).toHaveValue('1.1');
  await changes(() => zoom.fill('2'));
  const box = await canvas.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 160, (box?.y ?? 0) + 160];
  await page.mouse.move(x, y);
  await changes(async () => {
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 40);
    await page.mouse.up();
  });
  await changes(() => page.mouse.wheel(0, -200));
  await expectAccessible(page);

  await dialog.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByText('Your new picture is saved.')).toBeAttached();
  const face = page.locator('parley-picture-field img');
  await expect(face).toHaveJSProperty('naturalWidth', 256);
  const stored = await page.request.get((await face.getAttribute('src')) ?? '');
  expect(stored.headers()['content-type']).toBe('image/webp');
  expect((await stored.body()).length).toBeLessThanOrEqual(LIMITS.requestBytes);
});

test('a picture is dropped or pasted, and two fingers choose its part', async ({ person }, testInfo) => {
  const { page } = await person('Ada', { ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
  const settings = new Settings(page);
  await settings.open('Profile');
  const path = testInfo.outputPath('me.png');
  await page.screenshot({ path });
  const file = new CarriedFile(path);
  await file.over(settings.pictureField);
  await expect(settings.pictureField).toContainText('Let go to use it');
  await file.letGo(settings.pictureField);
  await expect(settings.cropDialog).toBeVisible();
  await expect(settings.pictureField).not.toContainText('Let go to use it');

  const zoom = settings.cropDialog.getByRole('slider', { name: 'Zoom' });
  const zoomed = async () => Number(await zoom.inputValue());
  await pinch(settings.cropDialog.locator('canvas'), 80, 200);
  await expect.poll(zoomed).toBeCloseTo(2.5, 1);
  await pinch(settings.cropDialog.locator('canvas'), 200, 160);
  await expect.poll(zoomed).toBeCloseTo(2, 1);
  await settings.cropDialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(settings.cropDialog).toBeHidden();

  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(300, 200);
    canvas.getContext('2d')?.fillRect(0, 0, 150, 100);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
  });
  await page.keyboard.press('ControlOrMeta+v');
  await settings.cropDialog.getByRole('button', { name: 'Use this picture' }).click();
  await expect(settings.pictureField.locator('img')).toHaveJSProperty('naturalWidth', 256);
});

test('changes that are not saved are asked about before they are left', async ({ person }) => {
  const { page } = await person('Ada');
  const settings = new Settings(page);
  await settings.open('Profile');
  await settings.field('About you').fill('Half a');
  await settings.list.getByRole('link', { name: 'Privacy' }).click();
  const question = page.getByRole('dialog', { name: 'Your changes are not saved' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(settings.field('About you')).toHaveValue('Half a');

  await settings.list.getByRole('link', { name: 'Privacy' }).click();
  await question.getByRole('button', { name: 'Discard changes' }).click();
  await expect(settings.title('Privacy')).toBeVisible();
  await settings.list.getByRole('link', { name: 'Profile' }).click();
  await expect(settings.field('About you')).toHaveValue('');
});

test('what can be saved looks like it, and what cannot does not', async ({ person }) => {
  const { page } = await person('Nora');
  await page.goto('/settings/profile');
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toHaveCSS('opacity', '0.4');
  await page.getByLabel('About you').fill('Product, and tea');
  await expect(save).toHaveCSS('opacity', '1');
});
