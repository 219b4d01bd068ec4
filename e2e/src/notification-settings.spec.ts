import { Lobby } from './pages/lobby.js';
import { NotificationSettings } from './pages/notification-settings.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';
import { expectShown, listener, recordNotifications, setPermission, timesAsked } from './support/notifications.js';

const KEY = 'parley:preferences';

test('the settings ask when they are told to, and follow the browser', async ({ person }) => {
  const grace = await person('Grace');
  await recordNotifications(grace.context);
  const settings = new NotificationSettings(grace.page);
  await settings.open();
  await expect(settings.permission).toContainText('Not asked yet');
  expect(await timesAsked(grace.page)).toBe(0);
  await settings.button('Allow notifications').click();
  await expect(settings.permission).toContainText('Nothing has changed');
  expect(await timesAsked(grace.page)).toBe(1);

  await setPermission(grace.page, 'granted');
  await expect(settings.permission).toContainText('Allowed');
  await settings.button('Send a test').click();
  await expect(settings.permission).toContainText('Sent.');
  await expectShown([grace.page], ['This is how a new message shows.']);

  await setPermission(grace.page, 'denied');
  await expect(settings.permission).toContainText('Blocked');
  await expect(settings.permission).toContainText('set Notifications to Allow');
  await settings.button('Check again').click();
  await expect(settings.permission).toContainText('Still blocked.');
  await setPermission(grace.page, 'granted');
  await expect(settings.permission).toContainText('Allowed');
});

test('the list offers notifications once, to whoever was here before', async ({ person }) => {
  const grace = await person('Grace');
  await grace.api.createRoom({ name: uniqueName('Hint'), kind: 'private' });
  const lobby = new Lobby(grace.page);
  const hint = lobby.list.getByRole('group', { name: 'About notifications' });
  await lobby.open();
  await expect(lobby.conversations.getByRole('link')).toHaveCount(1);
  await expect(hint).toBeHidden();

  await grace.page.evaluate((key) => {
    localStorage.setItem(key, JSON.stringify({ notifications: { firstVisitAt: '2026-01-01T00:00:00.000Z' } }));
  }, KEY);
  await grace.page.reload();
  await expect(hint).toBeVisible();
  await expectAccessible(grace.page);
  await hint.getByRole('button', { name: 'Do not show this again' }).click();
  await expect(hint).toBeHidden();
  await grace.page.reload();
  await expect(lobby.conversations.getByRole('link')).toHaveCount(1);
  await expect(hint).toBeHidden();
});

test('the page about notifications can be used by everybody', async ({ person }) => {
  const grace = await listener(person, 'Grace');
  const settings = new NotificationSettings(grace.page);
  await settings.open();
  await settings.button('Turn on').click();
  await grace.page.getByRole('menuitem', { name: 'Until I turn it off' }).click();
  await expect(grace.page.getByText('Do not disturb is on')).toBeVisible();
  await settings.switch('Play a soft sound').check();
  await settings.switch('Keep quiet at set times').check();
  await expect(grace.page.getByLabel('From')).toHaveValue('19:00');
  await expectAccessible(grace.page);
  await setPermission(grace.page, 'denied');
  await expect(settings.permission).toContainText('Blocked');
  await expectAccessible(grace.page);
});
