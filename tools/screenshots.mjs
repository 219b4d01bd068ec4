// `npm run screenshots`: takes a picture of every page and state, wide and narrow, light and dark, into dist/screenshots, and
// copies those that the README shows into docs/screenshots. `npm run screenshots -- menu settings` takes only some.
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium, HOW_TO_GET_CHROMIUM } from './machine.mjs';
import { PICTURES } from './screenshots/pictures.mjs';
import { setTheStage } from './screenshots/stage.mjs';
import { chipsToFade } from './screenshots/ways.mjs';
import { withServedDemo } from './served-demo.mjs';
import { buildProduct, giveUp, ROOT } from './workspace.mjs';

const ALL = join(ROOT, 'dist/screenshots');
const SHOWN = join(ROOT, 'docs/screenshots');

const WIDE = { viewport: { width: 1440, height: 900 } };
const TABLET = { viewport: { width: 900, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const VARIANTS = {
  'desktop-light': { ...WIDE, colorScheme: 'light' },
  'desktop-dark': { ...WIDE, colorScheme: 'dark' },
  'phone-light': { ...PHONE, colorScheme: 'light' },
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
  'tablet-light': { ...TABLET, colorScheme: 'light' },
};
/** What each picture is taken in that does not say otherwise. */
const USUAL = ['desktop-light', 'desktop-dark', 'phone-light', 'phone-dark'];

/** The pictures of docs/screenshots, and which of all they are. */
const IN_DOCS = {
  conversation: 'conversation-desktop-light',
  'conversation-dark': 'conversation-desktop-dark',
  switcher: 'switcher-desktop-light',
  reconnecting: 'reconnecting-desktop-light',
  notifications: 'notifications-asks-desktop-light',
  text: 'specimens-desktop-light',
  'emoji-dark': 'emoji-desktop-dark',
  'phone-chats': 'chats-phone-light',
  'phone-conversation': 'conversation-phone-light',
  'phone-conversation-dark': 'conversation-phone-dark',
  'phone-person': 'person-phone-light',
  'sign-in': 'sign-in-desktop-light',
  empty: 'chats-empty-desktop-light',
  admin: 'admin-desktop-dark',
  profile: 'profile-desktop-light',
  german: 'german-conversation-desktop-light',
};

const wanted = process.argv.slice(2);
const variantsOf = ({ only = USUAL, also = [] }) => [...only, ...also];
const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.includes(word));

const executablePath = findChromium() ?? giveUp(HOW_TO_GET_CHROMIUM);
await buildProduct('backend', 'frontend');
const zone = zoneInTheMorning(new Date());
await withServedDemo(takeAll, { TZ: zone, INSTANCE_NAME: 'parley-1' });

async function takeAll(address) {
  const args = [
    '--disable-quic',
    '--disable-background-networking',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const browser = await chromium.launch({ executablePath, args });
  try {
    await mkdir(ALL, { recursive: true });
    const common = {
      baseURL: address,
      timezoneId: zone,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    };
    const stage = await setTheStage(browser, common);
    for (const [variant, options] of Object.entries(VARIANTS)) {
      for (const [picture, how] of Object.entries(PICTURES)) {
        const name = `${picture}-${variant}`;
        if (isWanted(name) && variantsOf(how).includes(variant))
          await take(stage, name, how, { ...common, ...options });
      }
    }
    for (const [name, from] of Object.entries(IN_DOCS)) {
      if (isWanted(from)) await cp(join(ALL, `${from}.png`), join(SHOWN, `${name}.png`));
    }
  } finally {
    await browser.close();
  }
}

async function take(stage, name, { show, as = 'nora', isBusy = false, ...how }, options) {
  const context = await stage.contextOf(as, { ...options, ...how.options });
  const page = await context.newPage();
  try {
    await show(page, stage);
    // Everything has been asked for and has come, unless what is shown is that it has not.
    if (!isBusy) await page.waitForLoadState('networkidle');
    await page.evaluate(fontsToCome);
    await chipsToFade(page);
    // Only now: on paper they do not fade.
    if (how.media) await page.emulateMedia({ media: how.media });
    await page.screenshot({ path: join(ALL, `${name}.png`) });
    process.stdout.write(`${name}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
}

/** Waits for the fonts, that of code too where there is any: it is only asked for once code is on the page. */
async function fontsToCome() {
  const families = ["'Inter Variable'", ...(document.querySelector('code, pre') ? ["'JetBrains Mono Variable'"] : [])];
  await Promise.allSettled(families.map((family) => document.fonts.load(`1em ${family}`)));
  await document.fonts.ready;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
}

/** A time zone in which it is about half past ten, whenever the pictures are taken; its sign is the other way round. */
function zoneInTheMorning(now) {
  const ahead = ((10 - now.getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
