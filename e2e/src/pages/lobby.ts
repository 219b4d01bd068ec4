import type { Locator, Page } from '@playwright/test';

/** The list of one's conversations, with the ways to a new one and out. */
export class Lobby {
  readonly conversations: Locator;
  readonly list: Locator;
  readonly search: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('region', { name: 'Conversations' });
    this.search = this.list.getByRole('searchbox', { name: 'Search people and rooms' });
    this.conversations = page.getByRole('navigation', { name: 'Conversation list' });
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.list.getByRole('heading', { name: 'Chats' }).waitFor();
  }

  /** The row of one conversation. */
  row(title: string): Locator {
    return this.conversations.getByRole('link').filter({ hasText: title });
  }

  /** What a search has found of one kind, beside conversations. */
  found(kind: 'People' | 'Rooms to join'): Locator {
    return this.conversations.getByRole('region', { name: kind });
  }

  /** How many messages wait in one conversation; hidden when there are none. */
  unread(title: string): Locator {
    return this.row(title).locator('parley-badge');
  }

  /** The name of each conversation, from the top. */
  async order(): Promise<string[]> {
    return this.conversations.locator('.name .clip').allInnerTexts();
  }

  /** How far the last message of a conversation has come, by what its tick says. */
  tick(title: string, says: string): Locator {
    return this.row(title).getByRole('img', { name: says, exact: true });
  }

  /** Does with a conversation what its menu offers; deeper entries follow the first. */
  async choose(title: string, ...entries: readonly string[]): Promise<void> {
    await this.row(title).click({ button: 'right' });
    for (const entry of entries) await this.page.getByRole('menuitem', { name: entry }).click();
    await this.page.getByRole('menu').first().waitFor({ state: 'detached' });
  }

  /** Chooses which conversations show. */
  async show(filter: string): Promise<void> {
    await this.list.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
  }

  async createRoom(name: string, kind: 'Public' | 'Private', topic = ''): Promise<void> {
    await this.list.getByRole('button', { name: 'New chat' }).click();
    await this.page.getByRole('menuitem', { name: 'Create a room' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Create a room' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByLabel('Topic').fill(topic);
    await dialog.getByRole('button', { name: 'Create room' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** What opens what one does about one's account; on a phone it stands in `more`. */
  get account(): Locator {
    return this.page.getByRole('button', { name: /your account$/ });
  }

  /** What opens the rest of what can be done at the list of a phone. */
  get more(): Locator {
    return this.list.getByRole('button', { name: 'More options', exact: true });
  }

  async signOut(): Promise<void> {
    await this.account.click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  /** A place of the house: Chats, Rooms or People. */
  place(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
  }
}
