import { PROTOCOL_VERSION } from '#shared';
import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { Door } from './pages/door.js';
import { becomeInstalled, test } from './support/installed.js';
import { expect, uniqueName } from './support/journey.js';
import { COMES_BACK } from './support/network.js';

test('a client that its server has left behind says so, takes the new one and loses no word', async ({
  person,
  product,
}) => {
  const ada = await person('Ada', { serviceWorkers: 'allow', baseURL: product.address });
  const room = await ada.api.createRoom({ name: uniqueName('Ahead'), kind: 'private' });
  const { page } = ada;
  const talk = new Conversation(page);
  const connection = new ConnectionBanner(page);
  const { banner, reload } = connection;
  const body = page.locator('body');
  await talk.open(room.id);
  await becomeInstalled(page);
  await talk.send('before');
  await expect(talk.tick('before', 'Sent')).toBeVisible();

  await test.step('it says so while one writes, and what is written waits', async () => {
    await product.renewClient('second');
    await product.renewServer(PROTOCOL_VERSION + 1);
    await connection.hurryUntilItSays('Parley was updated.');
    await expect(reload).toBeVisible();
    await talk.composer.fill('meanwhile');
    await talk.composer.press('Enter');
    await expect(talk.tick('meanwhile', 'Waiting to be sent')).toBeVisible();
    await talk.composer.fill('half a sen');
  });

  await test.step('once one rests it takes the new client, not the one that was kept', async () => {
    await expect(body).toHaveAttribute('data-build', 'second', { timeout: 45_000 });
    await expect(talk.composer).toHaveValue('half a sen');
    await expect(talk.tick('meanwhile', 'Waiting to be sent')).toBeVisible();
  });

  await test.step('where that does not help yet it does not go round, and a reload by hand does', async () => {
    await expect(banner).toContainText('Parley was updated.');
    await product.renewServer(PROTOCOL_VERSION);
    await expect(reload).toBeVisible();
    await reload.click();
    await expect(talk.tick('meanwhile', 'Sent')).toBeVisible(COMES_BACK);
    await expect(banner).toBeHidden();
    await expect(talk.composer).toHaveValue('half a sen');
    await talk.expectTexts('before', 'meanwhile');
  });
});

test('a page at the door takes the new client too, once an answer has told of it', async ({ product, visitor }) => {
  const { page } = await visitor({ baseURL: product.address });
  const door = new Door(page);
  await page.goto('/sign-in');
  await expect(door.signInHeading).toBeVisible();
  await product.renewClient('second');
  await product.renewServer(PROTOCOL_VERSION + 1);
  await door.signIn(uniqueName('nobody'), 'not the password');
  await expect(page.locator('body')).toHaveAttribute('data-build', 'second', { timeout: 45_000 });
  await expect(door.signInHeading).toBeVisible();
});
