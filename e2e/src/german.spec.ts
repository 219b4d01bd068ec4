import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { expect, PASSWORD, test, uniqueName } from './support/journey.js';

/** Words that would stand on these pages if a text had been forgotten. */
const ENGLISH =
  /\b(Sign|Password|Username|Account|Search|Unread|Mentions|Rooms|People|Message|Today|Settings|Save|your)\b/u;

async function expectGerman(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE');
  expect(ENGLISH.exec(await page.locator('body').innerText())?.[0]).toBeUndefined();
  await expectAccessible(page);
}

test('somebody whose browser is German goes through all of it in German', async ({ visitor }) => {
  const { page } = await visitor({ locale: 'de-DE' });
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expectGerman(page);

  await page.goto('/sign-up');
  await page.getByLabel('Dein Name').fill('Karl');
  await page.getByLabel('Benutzername').fill(uniqueName('Karl'));
  await page.getByLabel('Passwort', { exact: true }).fill('kurz');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  await expectGerman(page);

  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await expect(page.getByPlaceholder('Person oder Raum suchen')).toBeVisible();
  await expectGerman(page);

  const answer = await page.request.post('/api/v1/rooms', { data: { name: uniqueName('Werk'), kind: 'private' } });
  const { id } = (await answer.json()) as { id: string };
  await page.goto(`/rooms/${id}`);
  const field = page.getByRole('textbox', { name: 'Nachricht' });
  await field.fill('Guten Tag');
  await field.press('Enter');
  await expect(page.getByText('Heute')).toBeVisible();
  await expectGerman(page);
  await page.getByRole('log').getByText('Guten Tag').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Antworten' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/settings/appearance');
  await expect(page.getByRole('heading', { name: 'Darstellung', level: 1 })).toBeVisible();
  await expectGerman(page);
});
