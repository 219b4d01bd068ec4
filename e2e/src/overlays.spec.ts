import type { Locator, Page } from '@playwright/test';
import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';

const VIEWS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: PHONE,
};

type Layer = readonly [open: () => Promise<void>, shown: Locator];

/** Opens one after the other and looks at it with axe. */
async function expectLayersAccessible(page: Page, layers: readonly Layer[]): Promise<void> {
  for (const [open, shown] of layers) {
    await open();
    await expect(shown).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden();
  }
}

test('one jumps elsewhere from within a dialog, or comes back to it', async ({ person }) => {
  const { page, api } = await person('Ida');
  const [here, there] = [uniqueName('Here'), uniqueName('There')];
  const room = await api.createRoom({ name: here, kind: 'private' });
  await api.createRoom({ name: there, kind: 'private' });
  await new Conversation(page).open(room.id);
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  const details = page.getByRole('dialog', { name: here });
  const switcher = page.getByRole('dialog', { name: 'Jump to' });
  await expect(details).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(switcher).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(switcher).toBeHidden();
  await expect(details).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(there);
  await page.keyboard.press('Enter');
  await expect(new Conversation(page).title(there)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const [view, options] of Object.entries(VIEWS)) {
  test(`what opens in a conversation can be used by everybody, ${view}`, async ({ person }) => {
    const [ida, max] = [await person('Ida', options), await person('Max')];
    const room = await ida.api.createRoom({ name: uniqueName('Layers'), kind: 'public', topic: 'For all' });
    await max.api.join(room.id);
    await max.api.send(room.id, `Hello @${ida.user.username}`);
    await ida.api.send(room.id, 'Hello back');
    const { page } = ida;
    const talk = new Conversation(page);
    const chooseFor = async (entry: string): Promise<void> => {
      await talk.openMenu('Hello back');
      await page.getByRole('menuitem', { name: entry }).click();
    };
    await talk.open(room.id);
    await expect(talk.message('Hello back')).toBeVisible();
    await expectLayersAccessible(page, [
      [() => talk.openMenu('Hello back'), page.getByRole('menuitem', { name: 'Reply' })],
      [() => chooseFor('Message info'), page.getByRole('dialog', { name: 'Message info' })],
      [() => chooseFor('Delete'), page.getByRole('dialog', { name: 'Delete this message?' })],
      [() => talk.name('Max').click(), talk.card('Max')],
      [() => page.getByRole('button', { name: 'Emoji', exact: true }).click(), talk.emojis],
      [() => talk.composer.fill('@ma'), talk.suggestion(/Max/)],
    ]);
  });

  test(`what opens over the house can be used by everybody, ${view}`, async ({ person }) => {
    const { page, api } = await person('Ida', options);
    const room = await api.createRoom({ name: uniqueName('Layers'), kind: 'public', topic: 'For all' });
    await api.send(room.id, 'Hello');
    const talk = new Conversation(page);
    const click = (name: string) => () => page.getByRole('button', { name, exact: true }).click();
    const press = (keys: string) => async () => {
      await talk.log.focus();
      await page.keyboard.press(keys);
    };
    await talk.open(room.id);
    await expect(talk.message('Hello')).toBeVisible();
    await expectLayersAccessible(page, [
      [click('More options'), page.getByRole('menuitem', { name: 'Mute' })],
      [click('Details'), page.getByRole('dialog', { name: room.name ?? '' })],
      [() => talk.log.getByRole('button', { name: /go to another day/ }).click(), page.getByRole('dialog')],
      [press('Control+k'), page.getByRole('dialog', { name: 'Jump to' })],
      [press('?'), page.getByRole('dialog', { name: 'Keyboard shortcuts' })],
    ]);

    const lobby = new Lobby(page);
    await lobby.open();
    await lobby.list.getByRole('button', { name: 'New chat', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Create a room' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Create a room' }).click();
    await expect(page.getByRole('dialog', { name: 'Create a room' })).toBeVisible();
    await expectAccessible(page);
  });

  test(`the menus about oneself and one's peace can be used by everybody, ${view}`, async ({ person }) => {
    const { page } = await person('Ida', options);
    const lobby = new Lobby(page);
    const entry = (name: string): Locator => page.getByRole('menuitem', { name, exact: true });
    const menus = page.getByRole('menu');
    await lobby.open();
    await (view === 'phone' ? lobby.more : lobby.account).click();
    await expect(entry('Settings')).toBeVisible();
    await expectAccessible(page);
    await entry('Do not disturb').click();
    await expect(entry('For 1 hour')).toBeVisible();
    await expectAccessible(page);
    await entry('For 1 hour').click();
    await expect(menus).toHaveCount(0);

    await page.getByRole('button', { name: /^Do not disturb until/ }).click();
    await expect(entry('Turn off')).toBeVisible();
    await expectAccessible(page);
    await entry('Turn off').click();
    await expect(menus).toHaveCount(0);
  });
}
