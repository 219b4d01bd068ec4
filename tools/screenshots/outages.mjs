// What a page shows while the way to the server is cut or its answers are no good, and what stays on the device meanwhile.
import { loseRoom } from './lost-room.mjs';
import { refuseOneMessage, speakNewerProtocol, wayToSocket } from './network.mjs';
import { button, composer, inRelease, list, release } from './ways.mjs';

const banner = (page) => page.locator('parley-connection-banner parley-banner');

/** Writes while the way to the server is cut. */
const cutOff = async (page, stage) => {
  const way = await wayToSocket(page);
  await release(page, stage);
  await page.locator('parley-room-header').getByText('online').waitFor();
  await way.cut();
  for (const words of ['Let’s hold at a quarter until 11:30, then go to everyone.', 'Tom, you have the button.']) {
    await composer(page).fill(words);
    await button(page, 'Send').click();
  }
  await banner(page).getByText('2 messages').waitFor();
  // Some tries later, so that there is time to read when the next one is.
  await banner(page)
    .getByText(/Next try in ([4-9]|\d\d) s/)
    .waitFor({ timeout: 90_000 });
};

const copyFirst = async (page) => {
  await button(page, 'Copy text').first().click();
  await page.getByText('Text copied.').waitFor();
};

export const OUTAGES = {
  reconnecting: { show: cutOff, isBusy: true },
  offline: {
    show: inRelease(async (page) => {
      await page.locator('parley-room-header').getByText('online').waitFor();
      await page.context().setOffline(true);
      await page.locator('parley-connection-banner').getByText('You are offline').last().waitFor();
    }),
    isBusy: true,
  },
  updating: {
    show: async (page) => {
      await speakNewerProtocol(page);
      await page.goto('/');
      await banner(page).getByText('Parley was updated').waitFor();
    },
    isBusy: true,
  },
  'not-sent': {
    show: async (page, stage) => {
      await refuseOneMessage(page);
      await release(page, stage);
      for (const words of ['Tom, you have the button.', 'Everything is ready here.']) {
        await composer(page).fill(words);
        await button(page, 'Send').click();
      }
      await page.getByText('Not sent.').waitFor();
    },
    isBusy: true,
  },
  'not-loaded-here': {
    show: async (page) => {
      await page.goto('/');
      // With the code of the page that is then opened.
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await list(page).getByRole('link').filter({ hasText: 'Support rota' }).click();
      await page.getByText('has not been loaded on this device').waitFor();
      await banner(page).getByText('You are offline').waitFor();
      // Off the row that has come under the pointer.
      await page.mouse.move(0, 0);
    },
    isBusy: true,
  },
  unsent: { show: loseRoom },
  'unsent-copied': { show: (page, stage) => loseRoom(page, stage).then(() => copyFirst(page)) },
};
