// What a conversation looks like, and what opens in it.
import { failAnswers, giveNoAnswer } from './network.mjs';
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
  list,
  log,
  menuOf,
  release,
  RELEASE,
  startDraft,
  TABLET,
} from './ways.mjs';

/** Ada writes in another room, which is seen where the list is beside the log. */
const adaToType = async (page, stage) => {
  const field = composer(stage.pageOf('ada'));
  await field.fill('');
  await field.pressSequentially('T');
  if (await list(page).isVisible()) await list(page).getByText('Ada is typing').waitFor();
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
    also: TABLET,
    show: async (page, stage) => {
      await startDraft(page, stage);
      await release(page, stage);
      const first = log(page).filter({ hasText: 'Freeze from 18:00' }).last();
      await first.evaluate((message) => {
        const view = message.closest('.log');
        const day = message.closest('section');
        view.scrollBy(0, day.getBoundingClientRect().top - view.getBoundingClientRect().top);
      });
      await adaToType(page, stage);
    },
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
  'room-menu': { show: inRelease((page) => button(page, 'More options').click()) },
  'leave-room': {
    show: inRelease(async (page) => {
      await button(page, 'More options').click();
      await entry(page, 'Leave').click();
      await page.getByRole('dialog').waitFor();
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
};
