// The door, and the lists of rooms and people.
import { failAnswers, giveNoAnswer, setPermission } from './network.mjs';
import { accountMenu, at, button, DESKTOP, entry, inRelease, list, startDraft, TABLET } from './ways.mjs';

const loading = async (page, part, path) => {
  await giveNoAnswer(page, part);
  await page.goto(path);
  await page.locator('parley-skeleton-rows').first().waitFor();
};

const filtered = (name) => async (page) => {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
};

export const LISTS = {
  'sign-in': { show: at('/sign-in'), as: 'nobody' },
  'sign-in-refused': {
    as: 'nobody',
    show: async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel('Username').fill('nora');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await button(page, 'Sign in').click();
      await page.getByRole('alert').getByText(/\w/).waitFor();
    },
  },
  'sign-up': { show: at('/sign-up'), as: 'nobody' },
  'sign-up-wrong': {
    as: 'nobody',
    show: async (page) => {
      await page.goto('/sign-up');
      await button(page, 'Create account').click();
    },
  },
  'session-ended': {
    show: async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'People' }).first().waitFor();
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'People' }).first().click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.getByText('Your session has ended').waitFor();
    },
  },
  'no-answer': {
    as: 'nobody',
    show: async (page) => {
      await failAnswers(page, /v1\/me$/);
      await page.goto('/');
      await page.getByRole('heading', { name: 'Parley does not answer' }).waitFor();
    },
  },
  'not-found': { show: at('/no/such/page') },

  chats: { show: (page, stage) => startDraft(page, stage).then(() => page.goto('/')), also: TABLET },
  'chats-empty': { show: at('/'), as: 'vera' },
  'chats-loading': { show: (page) => loading(page, /v1\/rooms\?/, '/'), isBusy: true },
  'chats-failed': { show: (page) => failAnswers(page, /v1\/rooms\?/).then(() => page.goto('/')) },
  'chats-mentions': { show: filtered('Mentions') },
  'chats-nothing-waits': { show: filtered('Mentions'), as: 'grace' },
  'chats-archived': { show: filtered('Archived') },
  'chats-hint': {
    show: async (page) => {
      await page.addInitScript(() => {
        const notifications = { firstVisitAt: '2026-01-01T00:00:00.000Z' };
        localStorage.setItem('parley:preferences', JSON.stringify({ notifications }));
      });
      await page.goto('/');
      await setPermission(page, 'prompt');
      await page.reload();
      await page.getByText('Hear about new messages').waitFor();
    },
  },
  'account-menu': {
    only: DESKTOP,
    show: async (page) => {
      await page.goto('/');
      await accountMenu(page);
    },
  },
  'failure-card': {
    show: async (page) => {
      await page.goto('/');
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => setTimeout(() => Promise.reject(new Error('Pictured'))));
      await page.getByText('Something went wrong here').waitFor();
    },
  },
  'chats-search': {
    show: async (page) => {
      await page.goto('/');
      await page.getByRole('searchbox', { name: 'Search people and rooms' }).fill('re');
      await page.getByRole('region', { name: 'People' }).waitFor();
    },
  },
  'chats-search-nothing': {
    show: async (page) => {
      await page.goto('/');
      await page.getByRole('searchbox', { name: 'Search people and rooms' }).fill('zebra');
      await page.getByText('Nobody and nothing here is called').waitFor();
    },
  },
  'chats-menu': {
    show: async (page) => {
      await page.goto('/');
      await list(page).getByRole('link').filter({ hasText: 'Design crit' }).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  'new-chat': {
    show: async (page) => {
      await page.goto('/');
      await page.getByRole('region', { name: 'Conversations' }).getByRole('button', { name: 'New chat' }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  'create-room': {
    show: async (page) => {
      await page.goto('/');
      await page.getByRole('region', { name: 'Conversations' }).getByRole('button', { name: 'New chat' }).click();
      await entry(page, 'Create a room').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  switcher: {
    show: inRelease(async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    }),
  },
  'switcher-nothing': {
    show: inRelease(async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Jump to' }).fill('zebra');
      await page.locator('.note').getByText('Nobody and nothing here is called').waitFor();
    }),
  },
  directory: { show: at('/directory') },
  'directory-failed': { show: (page) => failAnswers(page, /v1\/rooms\/directory/).then(() => page.goto('/directory')) },
  'directory-loading': {
    show: (page) => loading(page, /v1\/rooms\/directory/, '/directory'),
    isBusy: true,
  },
  people: { show: at('/people') },
  'people-failed': { show: (page) => failAnswers(page, /v1\/users(\?|$)/).then(() => page.goto('/people')) },
  'people-loading': { show: (page) => loading(page, /v1\/users(\?|$)/, '/people'), isBusy: true },
};
