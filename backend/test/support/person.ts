import type { User } from '#shared';
import { Client } from './client.js';

/** Somebody who is signed in. */
export class Person extends Client {
  constructor(
    client: Client,
    readonly user: User,
  ) {
    super(client.url);
    this.cookie = client.cookie;
  }

  get id(): string {
    return this.user.id;
  }

  /** The session token, as a program would send it. */
  get token(): string {
    return this.cookie?.split('=')[1] ?? '';
  }
}
