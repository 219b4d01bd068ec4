import { PROTOCOL_VERSION } from '#shared';
import { ConnectionBanner } from './pages/banner.js';
import { Conversation } from './pages/conversation.js';
import { becomeInstalled, test } from './support/installed.js';
import { expect, uniqueName } from './support/journey.js';

test('a client that its server has left behind says so, takes the new one and loses no word', async ({
  person,
  product,
}) => {
  const ada = await person('Ada', { serviceWorkers: 'allow', baseURL: product.address });
  const room = await ada.api.createRoom({ name: uniqueName('Ahead'), kind: 'private' });
  const { page } = ada;
  const talk = new Conversation(page);
  const { banner, reload } = new ConnectionBanner(page);
  const body = page.locator('body');
  await talk.open(room.id);
  await becomeInstalled(page);
  await talk.send('before');
  await expect(talk.tick('before', 'Sent')).toBeVisible();

  await test.step('it says so while one writes, and what is written waits', async () => {
    await product.renewClient('second');
    await product.renewServer(PROTOCOL_VERSION + 1);
    await expect(banner).toContainText('Parley was updated.', { timeout: 45_000 });
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
    await expect(talk.tick('meanwhile', 'Sent')).toBeVisible({ timeout: 45_000 });
    await expect(banner).toBeHidden();
    await expect(talk.composer).toHaveValue('half a sen');
    await talk.expectTexts('before', 'meanwhile');
  });
});
