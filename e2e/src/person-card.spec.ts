import { expect, PHONE, test, type Person } from './support/journey.js';
import { openBoth, roomOf, type Talks } from './support/rooms.js';

/** A room of the two, in which the first one has mentioned the other; both have it open. */
async function greeted(ada: Person, grace: Person): Promise<Talks> {
  const room = await roomOf('Cards', ada, grace);
  await grace.api.send(room.id, 'Good morning');
  await ada.api.send(room.id, `Morning @${grace.user.username}`);
  return openBoth(room, ada, grace);
}

test('a name and a mention lead to the person, and to the conversation with them', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const [talk] = await greeted(ada, grace);
  const card = talk.card('Grace');

  await talk.log.getByRole('button', { name: '@Grace' }).click();
  await expect(card).toContainText(`@${grace.user.username}`);
  await expect(card).toContainText('Online');
  await ada.page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(talk.log.getByRole('button', { name: '@Grace' })).toBeFocused();

  await talk.name('Grace').click();
  await card.getByRole('button', { name: 'Message' }).click();
  await expect(talk.title('Grace')).toBeVisible();
  await expect(card).toBeHidden();
  await talk.send('Just between us');
  await expect(talk.message('Just between us')).toBeVisible();

  await talk.title('Grace').getByRole('button').click();
  await expect(card).toContainText('Online');
  await expect(card.getByRole('button', { name: 'Message' })).toBeHidden();
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();
});

test('the members of a room lead to their cards, and one\u2019s own to the profile', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const [talk] = await greeted(ada, grace);
  await ada.page.getByRole('button', { name: 'Details' }).click();
  const members = ada.page.getByRole('list', { name: 'Members' });
  await members.getByRole('button', { name: 'Grace', exact: true }).click();
  await expect(talk.card('Grace')).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(talk.card('Grace')).toBeHidden();

  await members.getByRole('button', { name: 'Ada', exact: true }).click();
  await talk.card('Ada').getByRole('link', { name: 'Edit your profile' }).click();
  await expect(ada.page).toHaveURL(/settings\/profile/);
  await expect(members).toBeHidden();
});

test('who hides when they are there shows it on no card', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const [talk, graceTalks] = await greeted(ada, grace);
  await talk.name('Grace').click();
  await expect(talk.card('Grace')).toContainText('Online');
  await grace.page.goto('/settings/privacy');
  await grace.page.getByRole('switch', { name: /online/i }).click();
  await expect(talk.card('Grace')).not.toContainText('Online');
  await expect(talk.card('Grace')).toContainText(`@${grace.user.username}`);
  await graceTalks.open(ada.page.url().split('/').at(-1) ?? '');
  await graceTalks.log.getByRole('button', { name: '@Grace' }).click();
  await expect(graceTalks.card('Grace')).not.toContainText('Online');
});

test('the card opens and goes by keyboard alone', async ({ person }) => {
  const [ada, grace] = [await person('Ada'), await person('Grace')];
  const [talk] = await greeted(ada, grace);
  const { keyboard } = ada.page;
  await expect(talk.composer).toBeFocused();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('ArrowUp');
  await expect(talk.message('Good morning')).toBeFocused();
  await keyboard.press('Tab');
  await expect(talk.name('Grace')).toBeFocused();
  await keyboard.press('Enter');
  await expect(talk.card('Grace')).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(talk.card('Grace').getByRole('button', { name: 'Message' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(talk.name('Grace')).toBeFocused();
});

test('on a phone the card comes from the lower edge', async ({ person }) => {
  const [ada, grace] = [await person('Ada', PHONE), await person('Grace')];
  const [talk] = await greeted(ada, grace);
  await talk.name('Grace').tap();
  const card = talk.card('Grace');
  await expect(card).toContainText('Online');
  const edges = async () => {
    const box = await card.boundingBox();
    return [box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)];
  };
  await expect.poll(edges).toEqual([0, 390, 844]);
  await card.getByRole('button', { name: 'Message' }).tap();
  await expect(talk.title('Grace')).toBeVisible();
});
