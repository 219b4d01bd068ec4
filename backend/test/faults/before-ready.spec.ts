import { randomUUID } from 'node:crypto';
import type { Room } from '#shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EventBus } from '../../src/events/event-bus.js';
import type { Person } from '../support/person.js';
import { RawReader } from '../support/raw-reader.js';
import { TestServer } from '../support/server.js';

describe('a socket that is connected and not ready yet', () => {
  let server: TestServer;
  let ada: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada');
    room = await server.createRoom(ada);
  });
  afterAll(() => server.stop());

  it('is answered all the same, and finds what it wrote in its heads', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    vi.spyOn(server.app.get(EventBus), 'settled').mockReturnValueOnce(gate);
    const reader = await RawReader.connect(server.url, { cookie: ada.cookie ?? '' });
    const said = (start: string) => reader.said.filter((text) => text.startsWith(start));

    reader.ask('message:send', { roomId: room.id, clientId: randomUUID(), body: 'early' });
    reader.ask('message:send', { roomId: room.id });
    await expect.poll(() => said('431')).toHaveLength(2);
    expect(said('431').filter((text) => text.includes('"ok":true'))).toHaveLength(1);
    expect(said('42["ready"')).toEqual([]);

    open();
    await expect.poll(() => said('42["ready"')).toHaveLength(1);
    expect(said('42["ready"')[0]).toContain('"lastSeq":1');
    reader.close();
  });
});
