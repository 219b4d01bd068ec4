import { afterEach } from 'vitest';
import type { Person } from './person.js';
import { SocketClient } from './socket-client.js';

/** Connects somebody, at the server where they signed in if no other is named. */
type Connect = (person: Person, at?: { readonly url: string }) => Promise<SocketClient>;

/** Sockets that are closed after each test of the suite that asks for them. */
export function socketsOfEachTest(): Connect {
  const open: SocketClient[] = [];
  afterEach(() => open.splice(0).forEach((client) => client.close()));
  return async (person, { url } = person) => {
    const client = await SocketClient.connect(url, { token: person.token });
    open.push(client);
    return client;
  };
}
