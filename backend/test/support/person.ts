import { randomUUID } from 'node:crypto';
import type { User } from '#shared';
import { Client, type Answer } from './client.js';

/** Everybody's, in the tests. */
export const PASSWORD = 'nine green bottles';

/** Somebody who is signed in. */
export class Person extends Client {
  constructor(
    client: Client,
    readonly user: User,
  ) {
    super(client.url);
    this.cookie = client.cookie;
  }

  /** The same person, with the same session, at another instance. */
  at(url: string): Person {
    const client = new Client(url);
    client.cookie = this.cookie;
    return new Person(client, this.user);
  }

  /** Writes a message into a room. */
  say(roomId: string, body: string): Promise<Answer> {
    return this.post(`/rooms/${roomId}/messages`, { clientId: randomUUID(), body });
  }

  get id(): string {
    return this.user.id;
  }

  /** The session token, as a program would send it. */
  get token(): string {
    return this.cookie?.split('=')[1] ?? '';
  }
}
