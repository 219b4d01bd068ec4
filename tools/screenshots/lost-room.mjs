// A room that its reader loses while what they wrote waits on their device.
import { button, composer } from './ways.mjs';

const NAME = 'Offsite in May';

export async function loseRoom(page, stage) {
  const owner = stage.pageOf('tom').request;
  const { user } = await (await page.request.get('/api/v1/me')).json();
  const roomId = await roomOf(owner);
  await owner.post(`/api/v1/rooms/${roomId}/members`, { data: { userId: user.id } });
  await page.goto(`/rooms/${roomId}`);
  await page.locator('parley-room-header').getByText('online').waitFor();
  await page.context().setOffline(true);
  for (const words of ['The barn is free in the second week.', 'I have asked them to hold it until Friday.']) {
    await composer(page).fill(words);
    await button(page, 'Send').click();
  }
  await composer(page).fill('Who drives?');
  await owner.delete(`/api/v1/rooms/${roomId}/members/${user.id}`);
  await page.context().setOffline(false);
  await page.getByText('Messages of yours were not sent').waitFor();
}

/** The same room for each picture, so that its owner does not gather them. */
async function roomOf(owner) {
  const { items } = await (await owner.get('/api/v1/rooms?limit=200')).json();
  const held = items.find(({ name }) => name === NAME);
  const made = async () => (await owner.post('/api/v1/rooms', { data: { name: NAME, kind: 'private' } })).json();
  return (held ?? (await made())).id;
}
