import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Room, Account, type CreateRoomRequest } from '#shared';
import { createApp } from '../../src/app/bootstrap.js';
import { Config } from '../../src/config/config.js';
import { EventBus, type BusMessage } from '../../src/events/event-bus.js';
import { Client } from './client.js';
import { freshDatabase } from './database.js';
import { PASSWORD, Person } from './person.js';

interface Setup {
  readonly variables?: Readonly<Record<string, string>>;
  readonly clientDirectory?: string;
}

/** The whole server as it runs in earnest, on a free port, with a data folder of its own. */
export class TestServer {
  /** All that the services have told since the start, in order. */
  readonly told: BusMessage[] = [];

  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    private readonly dataDir: string,
  ) {
    app.get(EventBus).subscribe((message) => this.told.push(message));
  }

  static async start({ variables = {}, clientDirectory }: Setup = {}): Promise<TestServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'));
    const database = await freshDatabase();
    const config = Config.read({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...database, ...variables });
    const app = await createApp(config, clientDirectory);
    await app.listen(config.port, config.host);
    return new TestServer(app, await app.getUrl(), dataDir);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Somebody without a session. */
  visitor(): Client {
    return new Client(this.url);
  }

  /** Somebody with an account, signed in. */
  async register(username: string, displayName?: string): Promise<Person> {
    const client = this.visitor();
    const answer = await client.post('/auth/register', { username, password: PASSWORD, displayName });
    return new Person(client, answer.read(Account).user);
  }

  /** The same person on another device. */
  async signIn(person: Person): Promise<Person> {
    const client = this.visitor();
    const answer = await client.post('/auth/login', { username: person.user.username, password: PASSWORD });
    return new Person(client, answer.read(Account).user);
  }

  /** A room of the owner's, with the others as members. */
  async createRoom(
    owner: Person,
    facts: Partial<CreateRoomRequest> = {},
    others: readonly Person[] = [],
  ): Promise<Room> {
    const room = (await owner.post('/rooms', { name: 'Hall', kind: 'public', ...facts })).read(Room);
    for (const { user } of others) await owner.post(`/rooms/${room.id}/members`, { userId: user.id });
    return (await owner.get(`/rooms/${room.id}`)).read(Room);
  }
}
