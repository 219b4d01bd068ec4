import { Conversation } from './pages/conversation.js';
import { Directory } from './pages/directory.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';

test('an outsider at the address of a private room sees what one sees where no room is', async ({ person }) => {
  const owner = await person('Ida');
  const outsider = await person('Max');
  const secret = await owner.api.createRoom({ name: uniqueName('Secret'), kind: 'private' });
  await owner.api.send(secret.id, 'Not for everybody');

  for (const address of [`/rooms/${secret.id}`, '/rooms/there-is-no-such-room']) {
    await outsider.page.goto(address);
    await expect(outsider.page.getByText('This room is not here, or not open to you.')).toBeVisible();
    await expect(new Conversation(outsider.page).composer).toBeHidden();
    await expect(outsider.page.getByText(secret.name ?? '')).toHaveCount(0);
  }
  await expectAccessible(outsider.page);

  const directory = new Directory(outsider.page);
  await directory.open();
  await directory.search(secret.name ?? '');
  await expect(outsider.page.getByText('No public room matches. Try fewer letters.')).toBeVisible();
  await expectAccessible(outsider.page);
});

test('a public room shows what it is before one joins, and its history after', async ({ person }) => {
  const owner = await person('Ida');
  const guest = await person('Max');
  const room = await owner.api.createRoom({ name: uniqueName('Open'), kind: 'public', topic: 'Come in' });
  await owner.api.send(room.id, 'Welcome, all');

  await guest.page.goto(`/rooms/${room.id}`);
  await expect(guest.page.getByText('Join to read along and to write.')).toBeVisible();
  await expect(guest.page.getByText('Welcome, all')).toHaveCount(0);
  await expectAccessible(guest.page);
  await guest.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(new Conversation(guest.page).message('Welcome, all')).toBeVisible();
});

test('an address that leads nowhere says so', async ({ person }) => {
  const { page } = await person('Ida');
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'Nothing lives here' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to your chats' }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});
