// Who is in a room, and what can be done about them by who may.
import { button, conversation, entry, RELEASE, TABLET } from './ways.mjs';

/** Only to a private room can somebody be added. */
const PRIVATE = 'Hiring: backend';

const inDetailsOf = (room, act) => async (page, stage) => {
  await conversation(room)(page, stage);
  await button(page, 'Details').click();
  await page.getByRole('dialog').waitFor();
  await act?.(page);
};

/** Looks for somebody to add, until something is said of it. */
const toAdd = (name, answer) =>
  inDetailsOf(PRIVATE, async (page) => {
    await page.getByRole('searchbox', { name: 'Add somebody' }).fill(name);
    await page.getByRole('list', { name: 'People to add' }).getByText(answer).waitFor();
  });

const optionsForBen = async (page) => {
  await page
    .getByRole('button', { name: /^Options for Ben/ })
    .last()
    .click();
  await page.getByRole('menu').waitFor();
};

export const MEMBERS = {
  'room-details': { show: inDetailsOf(RELEASE), also: TABLET },
  'edit-room': { as: 'tom', show: inDetailsOf(RELEASE, (page) => button(page, 'Edit name and topic').click()) },
  'add-member': { show: toAdd('a', 'Ada Okafor') },
  'add-member-nobody': { show: toAdd('zebra', 'Nobody matches') },
  'member-menu': { as: 'tom', show: inDetailsOf(RELEASE, optionsForBen) },
  'remove-member': {
    as: 'tom',
    show: inDetailsOf(RELEASE, async (page) => {
      await optionsForBen(page);
      await entry(page, 'Remove from the room').click();
      await page.getByRole('dialog', { name: /^Remove/ }).waitFor();
    }),
  },
};
