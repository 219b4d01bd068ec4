// What is so in this browser alone: how dense it shows things, its quiet, its memory, the version that it runs.
import { accountMenu, button, DESKTOP, entry, release } from './ways.mjs';

const NEW_VERSION = { type: 'VERSION_READY', currentVersion: { hash: 'a' }, latestVersion: { hash: 'b' } };

const isPhone = (page) => page.viewportSize().width < 720;

/** Opens the menu in which it can be made quiet: of the account, or of the list on a phone. */
const menuOfQuiet = (page) => (isPhone(page) ? button(page, 'More options').click() : accountMenu(page));

const keepQuiet = async (page) => {
  await page.goto('/');
  await menuOfQuiet(page);
  await entry(page, 'Do not disturb').click();
  await entry(page, 'For 1 hour').click();
  await entry(page, 'For 1 hour').waitFor({ state: 'detached' });
  // Away from what now lies under the pointer.
  await page.mouse.move(0, 0);
};

const compact = async (page) => {
  await page.goto('/settings/appearance');
  await page.getByRole('radio', { name: 'Compact' }).check();
};

export const DEVICE = {
  'compact-appearance': { show: compact, only: DESKTOP },
  'compact-chats': { show: (page) => compact(page).then(() => page.goto('/')) },
  'compact-conversation': { show: (page, stage) => compact(page).then(() => release(page, stage)) },
  quiet: { show: keepQuiet },
  'quiet-menu': {
    show: async (page) => {
      await keepQuiet(page);
      await menuOfQuiet(page);
      await entry(page, 'Do not disturb').click();
      await entry(page, 'Turn off').waitFor();
    },
  },
  'quiet-settings': {
    show: async (page) => {
      await keepQuiet(page);
      await page.goto('/settings/notifications');
      await button(page, 'Turn off').scrollIntoViewIfNeeded();
      await page.getByRole('switch', { name: 'Keep quiet at set times' }).scrollIntoViewIfNeeded();
    },
  },
  'memory-notice': {
    show: async (page) => {
      await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
      await page.goto('/');
      await page.getByText('has no room to keep anything').waitFor();
    },
  },
  'new-version': {
    options: { serviceWorkers: 'allow' },
    show: async (page) => {
      await page.goto('/');
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      // What the worker says once it has fetched one.
      await page.evaluate(
        (data) => navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data })),
        NEW_VERSION,
      );
      await page.getByText('A new version of Parley is ready').waitFor();
    },
  },
};
