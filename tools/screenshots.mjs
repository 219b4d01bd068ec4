// `npm run screenshots`: takes the pictures in docs/screenshots anew, of the built product with the demo team in it.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium, HOW_TO_GET_CHROMIUM } from './machine.mjs';
import { DEMO_ACCOUNT, withServedDemo } from './served-demo.mjs';
import { buildProduct, giveUp, ROOT } from './workspace.mjs';

const FOLDER = join(ROOT, 'docs/screenshots');
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const conversation = async (page, { room }) => {
  await page.goto(`/rooms/${room.id}`);
  await page.getByRole('log').getByRole('listitem').last().waitFor();
};

/** Each picture: the browser it is taken in, and how one gets there. */
const PICTURES = {
  'sign-in': { ...DESK, isSignedOut: true, show: (page) => page.goto('/sign-in') },
  conversation: { ...DESK, show: conversation },
  'conversation-dark': { ...DESK, colorScheme: 'dark', show: conversation },
  switcher: {
    ...DESK,
    show: async (page, known) => {
      await conversation(page, known);
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  notifications: { ...DESK, show: (page) => page.goto('/settings/notifications') },
  'phone-chats': {
    ...PHONE,
    show: async (page) => {
      await page.goto('/');
      await page.getByRole('navigation', { name: 'Conversation list' }).getByRole('link').first().waitFor();
    },
  },
  'phone-conversation-dark': { ...PHONE, colorScheme: 'dark', show: conversation },
};

const executablePath = findChromium() ?? giveUp(HOW_TO_GET_CHROMIUM);
await buildProduct('backend', 'frontend');
await withServedDemo(async (address) => {
  const args = [
    '--disable-quic',
    '--disable-background-networking',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const [name, picture] of Object.entries(PICTURES)) await take(browser, address, name, picture);
  } finally {
    await browser.close();
  }
});

async function take(browser, address, name, { show, isSignedOut = false, ...options }) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  await show(page, isSignedOut ? {} : await signIn(context));
  // Everything has been asked for and has come: pictures, fonts, and who is there.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

async function signIn({ request }) {
  await request.post('/api/v1/auth/login', { data: DEMO_ACCOUNT });
  const { items } = await (await request.get('/api/v1/rooms')).json();
  return { room: items.find(({ name }) => name?.startsWith('Release')) ?? items[0] };
}
