// What a conversation looks like, and what opens in it.
import { failAnswers, giveNoAnswer, refuseOneMessage, speakNewerProtocol, wayToSocket } from './network.mjs';
import {
  accountMenu,
  at,
  button,
  chipsToFade,
  choose,
  composer,
  conversation,
  DESKTOP,
  entry,
  inRelease,
  log,
  menuOf,
  release,
  RELEASE,
} from './ways.mjs';

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

/** A room in which nobody has said anything, of somebody else than is mostly pictured. */
const emptyRoom = async (page) => {
  const name = 'Offsite in June';
  const { items } = await (await page.request.get('/api/v1/rooms?limit=200')).json();
  const make = async () => (await page.request.post('/api/v1/rooms', { data: { name, kind: 'private' } })).json();
  const { id } = items.find((room) => room.name === name) ?? (await make());
  await page.goto(`/rooms/${id}`);
  await page.getByText('Say the first word').waitFor();
};

export const CONVERSATIONS = {
  conversation: {
    show: inRelease(async (page) => {
      const code = log(page).filter({ hasText: 'the outbox could send twice' });
      await code.evaluate((message) => message.closest('.log').scrollBy(0, message.getBoundingClientRect().top - 128));
    }),
  },
  opened: { show: release },
  direct: { show: conversation('grace') },
  specimens: { show: conversation('marcus') },
  longest: { show: conversation('ellie') },
  typing: {
    show: inRelease(async (page, stage) => {
      const header = page.locator('parley-room-header');
      // A sign goes to those who are known to look, and who looks is told who is there.
      await header.getByText('online').or(header.getByText('typing')).first().waitFor();
      await log(page).last().scrollIntoViewIfNeeded();
      await chipsToFade(page);
      const field = composer(stage.pageOf('ben'));
      await field.fill('');
      await field.pressSequentially('W');
      await header.getByText('is typing').waitFor();
    }),
    isBusy: true,
  },
  'message-menu': { show: inRelease((page) => menuOf(page, 'quarter of the servers')) },
  'message-info': { show: choose('Reads well', 'Message info') },
  'delete-message': { show: choose('Reads well', 'Delete') },
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
  'day-jump': {
    show: inRelease(async (page) => {
      await page
        .getByRole('button', { name: /go to another day/ })
        .last()
        .click();
      await page.getByRole('dialog').waitFor();
    }),
  },
  person: {
    show: inRelease(async (page) => {
      await log(page).locator('.who').getByRole('button', { name: 'Grace' }).first().click();
      await page.getByRole('dialog').waitFor();
    }),
  },
  'room-details': { show: inRelease((page) => button(page, 'Details').click()) },
  'room-menu': { show: inRelease((page) => button(page, 'More options').click()) },
  'leave-room': {
    show: inRelease(async (page) => {
      await button(page, 'More options').click();
      await entry(page, 'Leave').click();
      await page.getByRole('dialog').waitFor();
    }),
  },
  'edit-room': {
    as: 'tom',
    show: inRelease(async (page) => {
      await button(page, 'Details').click();
      await button(page, 'Edit name and topic').click();
    }),
  },
  'remove-member': {
    as: 'tom',
    show: inRelease(async (page) => {
      await button(page, 'Details').click();
      await page
        .getByRole('button', { name: /^Options for Ben/ })
        .last()
        .click();
      await entry(page, 'Remove from the room').click();
      await page.getByRole('dialog', { name: /^Remove/ }).waitFor();
    }),
  },
  'edit-message': {
    show: inRelease(async (page) => {
      await composer(page).press('ArrowUp');
      await button(page, 'Stop editing').waitFor();
    }),
  },
  'unread-chip': {
    show: async (page, stage) => {
      await page.goto(`${stage.mostUnread}?at=1`);
      await page.locator('parley-unread-chip').waitFor();
    },
  },
  'sign-out-question': {
    only: DESKTOP,
    show: inRelease(async (page) => {
      await composer(page).fill('Let’s hold at a quarter until');
      await accountMenu(page);
      await entry(page, 'Sign out').click();
      await page.getByRole('dialog').waitFor();
    }),
  },
  'empty-room': { show: emptyRoom, as: 'tom' },
  preview: { show: async (page, stage) => page.goto(stage.room('Reading group')) },
  'room-not-here': { show: at('/rooms/there-is-no-such-room') },
  'conversation-loading': {
    show: async (page, stage) => {
      await giveNoAnswer(page, /\/messages/);
      await page.goto(stage.room(RELEASE));
      await page.getByText('Loading messages').waitFor({ state: 'attached' });
    },
    isBusy: true,
  },
  'conversation-failed': {
    show: async (page, stage) => {
      await failAnswers(page, /\/messages/);
      await page.goto(stage.room(RELEASE));
    },
  },

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
};
