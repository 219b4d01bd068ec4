import { randomInt } from 'node:crypto';
import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { User } from '#shared';
import { Api } from './api.js';
import { slowDown } from './slowness.js';
import { beenHere } from './visits.js';

export const PASSWORD = 'plain words in a row';

/** A browser in a hand. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Somebody with a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Somebody who has an account, and is signed in. */
export interface Person extends Visitor {
  readonly user: User;
  readonly api: Api;
}

interface Journey {
  /** Opens a browser in which nobody is signed in. */
  visitor: (options?: BrowserContextOptions) => Promise<Visitor>;
  /** Opens a browser for somebody who has just got an account. */
  person: (displayName: string, options?: BrowserContextOptions) => Promise<Person>;
}

/** A name that nobody has yet, since all journeys share one server. */
export const uniqueName = (name: string): string => `${name.toLowerCase()}-${randomInt(2 ** 40).toString(36)}`;

const octet = (): number => randomInt(1, 255);

/** A test with as many people in it as it asks for, each in a browser of their own. */
export const test = base.extend<Journey>({
  visitor: async ({ browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const address = `10.${octet()}.${octet()}.${octet()}`;
      const context = await browser.newContext({
        ...contextOptions,
        ...options,
        extraHTTPHeaders: { 'X-Forwarded-For': address },
      });
      contexts.push(context);
      await slowDown(context);
      await beenHere(context);
      return { context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  person: async ({ visitor }, use) => {
    await use(async (displayName, options) => {
      const { page, context } = await visitor(options);
      const api = new Api(context.request);
      const user = await api.register(uniqueName(displayName), displayName, PASSWORD);
      return { page, context, user, api };
    });
  },
});

export { expect } from '@playwright/test';
