import { Conversation } from './pages/conversation.js';
import { expect, PHONE, test, uniqueName } from './support/journey.js';
import { expectToFit } from './support/overflow.js';
import { STILL_PX } from './support/reading-place.js';

const MOST = 4_000;
const WORDS = 'A long story, told in one go. '
  .repeat(MOST)
  .slice(0, MOST - 4)
  .concat(' end');
const ONE_WORD = 'w'.repeat(MOST);
const LINES = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
const VIEWS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: PHONE,
};
/** So far, there and back, that a long message comes into view and leaves it again. */
const TURNS = [...Array.from({ length: 6 }, () => 500), ...Array.from({ length: 6 }, () => -500)];

for (const [view, options] of Object.entries(VIEWS)) {
  test(`4,000 characters in one message are laid out well, and jumped past, ${view}`, async ({ person }) => {
    const { page, api } = await person('Ida', options);
    const room = await api.createRoom({ name: uniqueName('Story'), kind: 'private' });
    const asked = await api.send(room.id, 'Where were we?');
    const talk = new Conversation(page);
    await talk.open(room.id);
    for (const text of [WORDS, ONE_WORD]) {
      await talk.composer.fill(text);
      await expect(talk.composer).toHaveValue(text);
      await expectToFit(page);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(talk.tick(text, 'Sent')).toBeInViewport();
      await expectToFit(page);
    }

    await api.sendAll(room.id, LINES);
    await api.send(room.id, 'Here.', asked.seq);
    await expect(talk.quote('Here.')).toBeInViewport();
    await talk.quote('Here.').click();
    await expect(talk.message('Where were we?').first()).toBeInViewport();
    await expect(talk.message('Where were we?').first()).toBeFocused();
    for (const pixels of TURNS) expect(Math.abs(await talk.turn(pixels))).toBeLessThanOrEqual(STILL_PX);
    await expect(talk.message('Where were we?').first()).toBeInViewport();
  });
}
