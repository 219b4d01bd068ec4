// What the field says and shows in which one writes.
import { button, composer, entry, inRelease, menuOf } from './ways.mjs';

/** Longer than a message can be. */
const TOO_LONG = 'The upgrade note says what to back up first, and in which order the instances restart. '.repeat(48);

const pasteFile = (field) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File(['%PDF-1.7'], 'plan.pdf', { type: 'application/pdf' }));
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

export const COMPOSING = {
  reply: {
    show: inRelease(async (page) => {
      await menuOf(page, 'quarter of the servers');
      await entry(page, 'Reply').click();
      await composer(page).fill('Let’s hold at a quarter until 11:30,\nthen go to everyone.');
    }),
  },
  emoji: {
    show: inRelease(async (page) => {
      await button(page, 'Emoji').click();
      await page.getByRole('dialog', { name: 'Emoji' }).waitFor();
    }),
  },
  completion: {
    show: inRelease(async (page) => {
      await composer(page).fill('Thank you, @');
      await composer(page).pressSequentially('gr');
      await page.getByRole('listbox').waitFor();
    }),
  },
  'edit-message': {
    show: inRelease(async (page) => {
      await composer(page).press('ArrowUp');
      await button(page, 'Stop editing').waitFor();
    }),
  },
  'file-refused': {
    show: inRelease(async (page) => {
      await composer(page).evaluate(pasteFile);
      await page.getByText('Pictures and files cannot be sent yet').waitFor();
    }),
  },
  'message-too-long': {
    show: inRelease(async (page) => {
      await composer(page).fill(TOO_LONG);
      await page.getByText('A message can have').waitFor();
    }),
  },
};
