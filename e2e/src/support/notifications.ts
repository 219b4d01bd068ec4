import { expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Person } from './journey.js';

/** A notification as the page has asked the browser for it. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly silent: boolean;
  readonly closed: boolean;
}

interface Recorder {
  readonly shown: Shown[];
  asked: number;
  click: (tag: string) => void;
}

/** What is used here of a worker's world, which TypeScript's DOM does not know. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly WindowClient: { readonly prototype: { focus: (this: unknown) => Promise<unknown> } };
  readonly NotificationEvent: new (type: string, options: object) => Event;
  dispatchEvent: (event: Event) => boolean;
}

declare global {
  interface Window {
    parleyNotifications: Recorder;
  }
}

/** Keeps what every page of a browser shows by itself, instead of showing it. */
export async function recordNotifications(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    type Entry = { -readonly [K in keyof Shown]: Shown[K] } & { click: () => void };
    const shown: Entry[] = [];
    const add = (
      title: string,
      { body = '', tag = '', silent = false }: NotificationOptions,
      click: () => void,
    ): Entry => {
      for (const other of shown) if (other.tag === tag) other.closed = true;
      const entry = { title, body, tag, silent: silent === true, closed: false, click };
      shown.push(entry);
      return entry;
    };
    const Real = window.Notification;
    const recorder: Recorder = {
      shown,
      asked: 0,
      click: (tag) => shown.findLast((entry) => entry.tag === tag && !entry.closed)?.click(),
    };
    window.parleyNotifications = recorder;
    class Recorded {
      static get permission(): NotificationPermission {
        return Real.permission;
      }
      static requestPermission(): Promise<NotificationPermission> {
        recorder.asked += 1;
        return Promise.resolve(Real.permission);
      }
      onclick: (() => void) | null = null;
      onclose: (() => void) | null = null;
      private readonly entry: Entry;
      constructor(title: string, options: NotificationOptions = {}) {
        this.entry = add(title, options, () => this.onclick?.());
      }
      close(): void {
        this.entry.closed = true;
      }
    }
    Object.defineProperty(window, 'Notification', { value: Recorded, configurable: true });
  });
}

/** All that these tabs have shown, in the order of the tabs. */
export async function shownIn(...tabs: readonly Page[]): Promise<Shown[]> {
  const lists = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.parleyNotifications.shown)));
  return lists.flat().map(({ title, body, tag, silent, closed }) => ({ title, body, tag, silent, closed }));
}

/** Waits until these tabs have shown exactly so much, by its words. */
export async function expectShown(tabs: readonly Page[], bodies: readonly string[]): Promise<void> {
  await expect.poll(async () => (await shownIn(...tabs)).map(({ body }) => body)).toEqual(bodies);
}

/** How often a page has asked the browser for permission. */
export const timesAsked = (page: Page): Promise<number> => page.evaluate(() => window.parleyNotifications.asked);

/** Clicks on what a page shows for a conversation. */
export const clickNotification = (page: Page, roomId: string): Promise<void> =>
  page.evaluate((tag) => window.parleyNotifications.click(tag), roomId);

/** The person decides about notifications in the settings of the browser itself. */
export async function setPermission(page: Page, setting: 'granted' | 'denied' | 'prompt'): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const ofPage = await page.context().newCDPSession(page);
  const { targetInfo } = await ofPage.send('Target.getTargetInfo');
  // What is set ends with the session that has set it: this one stays open.
  const ofBrowser = await browser.newBrowserCDPSession();
  await ofBrowser.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting,
    origin: new URL(page.url()).origin,
    browserContextId: targetInfo.browserContextId,
  });
  await ofPage.detach();
}

type MakePerson = (displayName: string, options?: BrowserContextOptions) => Promise<Person>;

/** Somebody whose browser may show notifications, all of which are kept. */
export async function listener(person: MakePerson, name: string, options?: BrowserContextOptions): Promise<Person> {
  const somebody = await person(name, { ...options, permissions: ['notifications'] });
  await recordNotifications(somebody.context);
  return somebody;
}

/** Clicks, inside a service worker, on what it shows. Only a real click may bring a tab to the front: that much is left out. */
export async function clickInWorker(): Promise<void> {
  const scope = globalThis as unknown as WorkerScope;
  scope.WindowClient.prototype.focus = function (this: unknown) {
    return Promise.resolve(this);
  };
  const [notification] = await scope.registration.getNotifications();
  scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification, action: '' }));
}
