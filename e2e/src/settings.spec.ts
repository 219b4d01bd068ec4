import type { Page } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Settings } from './pages/settings.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';
import { expectToFit } from './support/overflow.js';

const SECTIONS = ['Profile', 'Appearance', 'Privacy', 'Notifications', 'Account'];

/** Notes, from the first moment of every page on, which theme the document wears and when it is first painted. */
async function watchThemes(page: Page): Promise<() => Promise<{ before: string[]; after: string[] }>> {
  await page.addInitScript(() => {
    const worn: { theme: string; at: number }[] = [];
    const note = () => worn.push({ theme: document.documentElement.dataset['theme'] ?? '', at: performance.now() });
    new MutationObserver(note).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-theme'] });
    Object.assign(window, { worn });
  });
  return () =>
    page.evaluate(() => {
      const { worn } = window as unknown as { worn: { theme: string; at: number }[] };
      const painted = performance.getEntriesByName('first-paint')[0]?.startTime ?? 0;
      const themes = (isBefore: boolean) =>
        worn.filter(({ at }) => at <= painted === isBefore).map(({ theme }) => theme);
      return { before: themes(true), after: themes(false) };
    });
}

test('a theme that was chosen is there at the first paint, and in the other tabs at once', async ({ person }) => {
  const { page, context } = await person('Ida', { colorScheme: 'light' });
  const root = page.locator('html');
  const settings = new Settings(page);
  await settings.open('Appearance');
  const other = await context.newPage();
  await new Lobby(other).open();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();

  await settings.radio('Dark').check();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(ground).not.toBe(light);

  const themes = await watchThemes(page);
  await page.reload();
  await expect(settings.radio('Dark')).toBeChecked();
  await expect.poll(async () => (await themes()).before).toEqual(['dark']);
  expect((await themes()).after.filter((theme) => theme !== 'dark')).toEqual([]);

  await settings.radio('As the system').check();
  await expect(root).not.toHaveAttribute('data-theme');
  await expect.poll(ground).toBe(light);
});

test('compact brings the conversations closer together, also after a reload', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Close'), kind: 'private' });
  await api.sendAll(room.id, ['one', 'two']);
  const settings = new Settings(page);
  const row = new Lobby(page).row(room.name ?? '');
  const height = async () => Math.round((await row.boundingBox())?.height ?? 0);
  const apart = async () => {
    const talk = new Conversation(page);
    await talk.expectTexts('one', 'two');
    const [above, below] = [await talk.bubble('one').boundingBox(), await talk.bubble('two').boundingBox()];
    return Math.round((below?.y ?? 0) - (above?.y ?? 0));
  };

  await new Conversation(page).open(room.id);
  const comfortable = await apart();
  await expect.poll(height).toBe(68);

  await settings.open('Appearance');
  await settings.radio('Compact').check();
  await new Conversation(page).open(room.id);
  await expect.poll(height).toBe(56);
  expect(await apart()).toBeLessThan(comfortable);
});

test('Parley speaks German to who chooses it, and to who has a German browser', async ({ person }) => {
  const ida = await person('Ida');
  const settings = new Settings(ida.page);
  await settings.open('Appearance');
  await expect(ida.page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await settings.radio('Deutsch').check();
  await expect(settings.title('Appearance')).toBeVisible();
  await ida.page.getByRole('button', { name: 'Load again' }).click();
  await expect(settings.title('Darstellung')).toBeVisible();
  await expect(ida.page.locator('html')).toHaveAttribute('lang', 'de');
  await ida.page.getByRole('link', { name: 'Konto' }).click();
  await expect(ida.page).toHaveTitle('Konto · Parley');
  await expect(ida.page.locator('parley-setting-row').filter({ hasText: 'Hier seit' })).toContainText(
    new Intl.DateTimeFormat('de', { dateStyle: 'long' }).format(new Date()),
  );

  const max = await person('Max', { locale: 'de-AT' });
  await max.page.goto('/settings/appearance');
  await expect(new Settings(max.page).title('Darstellung')).toBeVisible();
  await expect(max.page.locator('html')).toHaveAttribute('lang', 'de-AT');
  await new Settings(max.page).radio('English').check();
  await max.page.getByRole('button', { name: 'Neu laden' }).click();
  await expect(new Settings(max.page).title('Appearance')).toBeVisible();
});

test('a page of the settings can be used from the keyboard alone', async ({ person }) => {
  const { page } = await person('Ida');
  await new Lobby(page).open();
  await new Lobby(page).place('Settings').focus();
  await page.keyboard.press('Enter');
  const settings = new Settings(page);
  await expect(settings.title('Profile')).toBeVisible();
  await settings.list.getByRole('link', { name: 'Profile' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(settings.title('Appearance')).toBeVisible();
  const last = settings.list.getByRole('link').last();
  await last.focus();
  await page.keyboard.press('Tab');
  await expect(settings.radio('As the system')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
  await expect(settings.switch('Send with Enter')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(settings.switch('Send with Enter')).not.toBeChecked();
});

test('who wants Enter to break the line sends with Ctrl and Enter', async ({ person }) => {
  const { page, api } = await person('Ida');
  const room = await api.createRoom({ name: uniqueName('Lines'), kind: 'private' });
  const settings = new Settings(page);
  await settings.open('Appearance');
  await settings.switch('Send with Enter').uncheck();
  const talk = new Conversation(page);
  await talk.open(room.id);
  await talk.composer.pressSequentially('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await expect(talk.composer).toHaveValue('one\ntwo');
  await page.keyboard.press('Control+Enter');
  await expect(talk.message('one')).toContainText('two');
});

test('on a phone the list comes first, and each page leads back to it', async ({ person }) => {
  const { page } = await person('Ida', PHONE);
  await new Lobby(page).open();
  await new Lobby(page).place('You').tap();
  const settings = new Settings(page);
  for (const section of SECTIONS) {
    await settings.list.getByRole('link', { name: section }).tap();
    await expect(settings.title(section)).toBeVisible();
    await expect(settings.list).toBeHidden();
    await expectToFit(page);
    await page.getByRole('link', { name: 'Back to settings' }).tap();
    await expect(settings.list).toBeVisible();
  }
});

test('every page of the settings can be used by everybody', async ({ person }) => {
  const { page } = await person('Ida');
  for (const section of SECTIONS) {
    await new Settings(page).open(section);
    await expectAccessible(page);
  }
  await page.goto('/settings/shortcuts');
  await expect(new Settings(page).title('Keyboard shortcuts')).toBeVisible();
  await expectAccessible(page);
});
