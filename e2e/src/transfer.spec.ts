import { Door } from './pages/door.js';
import { expect, test, uniqueName } from './support/journey.js';
import { opening } from './support/opening.js';

const LOCALES = ['en-GB', 'de-DE'];
const SIGN_IN_MOST = 200;
const CONVERSATION_MOST = 300;
const SCRIPTS_MOST = 12;

test.describe('until it is painted whole, in a browser that was never here,', () => {
  for (const locale of LOCALES) {
    test(`sign-in takes less than ${SIGN_IN_MOST} KiB, in few files, in ${locale}`, async ({ visitor }) => {
      const { page } = await visitor({ locale });
      const { needed, scripts } = await opening(page, '/sign-in', 'form button[type="submit"]');
      expect(needed).toBeGreaterThan(100);
      expect(needed).toBeLessThan(SIGN_IN_MOST);
      expect(scripts).toBeLessThan(SCRIPTS_MOST);
    });

    test(`a conversation takes less than ${CONVERSATION_MOST} KiB, in few files, in ${locale}`, async ({ person }) => {
      const { page, api } = await person('Ada', { locale });
      const room = await api.createRoom({ name: uniqueName('Light'), kind: 'private' });
      const bodies = Array.from({ length: 50 }, (_, at) => `Message ${at}`);
      await api.sendAll(room.id, bodies);
      const { needed, scripts } = await opening(page, `/rooms/${room.id}`, '[role="log"] .bubble');
      await expect(page.getByRole('log')).toContainText('Message 49');
      expect(needed).toBeGreaterThan(100);
      expect(needed).toBeLessThan(CONVERSATION_MOST);
      expect(scripts).toBeLessThan(SCRIPTS_MOST);
    });
  }
});

test('a browser that was here before shows in Inter from the first paint on', async ({ visitor }) => {
  const { page } = await visitor();
  // So late that nothing but the note of the visit before can have put it on.
  await page.route('**/inter-latin-*.woff2', (route) => route.abort());
  await page.goto('/sign-in');
  await expect(new Door(page).signInHeading).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-font', 'inter');
});
