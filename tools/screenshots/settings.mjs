// The settings, and the admin's page.
import { join } from 'node:path';
import { ROOT } from '../workspace.mjs';
import { setPermission } from './network.mjs';
import { at, DESKTOP, settings, TABLET } from './ways.mjs';

const PORTRAIT = join(ROOT, 'frontend/public/icons/icon-512.png');

const withPermission = (setting) => async (page) => {
  await page.goto('/settings/notifications');
  await setPermission(page, setting);
  await page.reload();
};

export const SETTINGS = {
  settings: { show: at('/settings'), only: ['phone-light', 'phone-dark'] },
  profile: { show: settings('profile') },
  crop: {
    show: async (page) => {
      await page.goto('/settings/profile');
      await page.locator('input[type="file"]').setInputFiles(PORTRAIT);
      await page.getByRole('dialog').waitFor();
    },
  },
  appearance: { show: settings('appearance') },
  'notifications-asks': { show: withPermission('prompt'), also: TABLET },
  'notifications-granted': { show: withPermission('granted') },
  'notifications-blocked': { show: withPermission('denied') },
  'notifications-insecure': {
    show: async (page) => {
      await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
      await page.goto('/settings/notifications');
    },
  },
  'notifications-unsupported': {
    show: async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'Notification'));
      await page.goto('/settings/notifications');
    },
  },
  'quiet-schedule': {
    show: async (page) => {
      await page.goto('/settings/notifications');
      await page.getByRole('switch', { name: 'Keep quiet at set times' }).click();
      await page.getByRole('group', { name: 'Days on which it begins' }).scrollIntoViewIfNeeded();
    },
  },
  unsaved: {
    show: async (page) => {
      await page.goto('/settings/profile');
      await page.getByLabel('About you').fill('Product, and tea');
      await page
        .getByRole('link', { name: /^(Privacy|Back to settings)$/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  privacy: { show: settings('privacy') },
  shortcuts: { show: settings('shortcuts'), only: DESKTOP },
  'shortcut-sheet': {
    only: DESKTOP,
    show: async (page) => {
      await page.goto('/directory');
      await page.getByRole('heading', { level: 1, name: 'Rooms' }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  account: { show: settings('account') },
  admin: {
    also: TABLET,
    show: async (page) => {
      await page.goto('/admin');
      await page.getByRole('row').filter({ hasText: 'Nora' }).waitFor();
      await page.locator('parley-sparkline path').first().waitFor();
    },
  },
};
