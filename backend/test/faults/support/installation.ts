import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Account, Room } from '#shared';
import { Client } from '../../support/client.js';
import { freshDatabase } from '../../support/database.js';
import { freePort } from '../../support/free-port.js';
import { PASSWORD, Person } from '../../support/person.js';
import { ServerProcess } from '../../support/server-process.js';

/** A port and a database that stay, and the built server on them, which comes and goes. */
export class Installation {
  private readonly started: ServerProcess[] = [];

  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  /** @param more variables in place of what it would have: of a database of its own, of a folder on another disk */
  static async create(more: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const dataDir = more['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'parley-faults-')));
    const port = String(await freePort());
    const database = more['DATABASE_URL'] === undefined ? await freshDatabase() : {};
    const variables = { PORT: port, DATA_DIR: dataDir, ...database, ...more };
    return new Installation(`http://127.0.0.1:${port}`, dataDir, variables);
  }

  /** Starts the server, and waits until it runs. @param preload the name of a module of this folder, with its query */
  async start(preload?: string): Promise<ServerProcess> {
    const module = preload === undefined ? undefined : new URL(preload, import.meta.url).href;
    const server = await ServerProcess.start(this.variables, module);
    this.started.push(server);
    return server;
  }

  /** Nothing of it runs any more. */
  async kill(): Promise<void> {
    await Promise.all(this.started.splice(0).map((server) => server.stop('SIGKILL')));
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Somebody with an account, signed in. */
  async register(username: string): Promise<Person> {
    const client = new Client(this.url);
    return new Person(
      client,
      (await client.post('/auth/register', { username, password: PASSWORD })).read(Account).user,
    );
  }

  /** A room with these people in it; the first is its owner. */
  async createRoom(owner: Person, ...others: readonly Person[]): Promise<Room> {
    const room = (await owner.post('/rooms', { name: 'Hall', kind: 'public' })).read(Room);
    for (const person of others) await person.post(`/rooms/${room.id}/join`);
    return room;
  }
}
