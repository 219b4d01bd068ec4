import { MessageAnswer, MessagesAnswer, type Room } from '#shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { MessagesRepository } from '../src/messages/messages.repository.js';
import { MembersRepository } from '../src/rooms/members.repository.js';
import type { Answer } from './support/client.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

describe('somebody who is removed while a request of theirs waits', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;
  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
  });

  const say = async (person: Person, body: string): Promise<string> => {
    const answer = await person.say(room.id, body);
    return answer.read(MessageAnswer).message.id;
  };
  const removeBen = () => ada.delete(`/rooms/${room.id}/members/${ben.id}`);
  const setRole = (role: string) => ada.patch(`/rooms/${room.id}/members/${ben.id}`, { role });
  const bodies = async () =>
    (await ada.get(`/rooms/${room.id}/messages`)).read(MessagesAnswer).items.map(({ body }) => body);

  /** Asks for both while another write holds the database, so that the first is done before the second has its turn. */
  async function inTurn(first: () => Promise<Answer>, second: () => Promise<Answer>): Promise<[Answer, Answer]> {
    const unitOfWork = server.app.get(UnitOfWork, { strict: false });
    let letGo = (): void => undefined;
    const held = unitOfWork.run(() => new Promise<void>((resolve) => (letGo = resolve)));
    const waiting = vi.spyOn(unitOfWork, 'run');
    const queued = (count: number) => expect.poll(() => waiting.mock.calls.length).toBe(count);
    const one = first();
    await queued(1);
    const other = second();
    await queued(2);
    waiting.mockRestore();
    letGo();
    await held;
    return Promise.all([one, other]);
  }

  it('edits nothing any more', async () => {
    const id = await say(ben, 'mine');
    const edit = () => ben.patch(`/rooms/${room.id}/messages/${id}`, { body: 'changed' });
    const [removed, edited] = await inTurn(removeBen, edit);
    expect([removed.status, edited.status]).toEqual([204, 404]);
    expect(await bodies()).toEqual(['mine']);
  });

  it('deletes nothing of others any more, nor does a moderator who has lost the role', async () => {
    const id = await say(ada, 'hers');
    await setRole('admin');
    const remove = () => ben.delete(`/rooms/${room.id}/messages/${id}`);
    const [demoted, deleted] = await inTurn(() => setRole('member'), remove);
    expect([demoted.status, deleted.status]).toEqual([200, 403]);
    expect(await bodies()).toEqual(['hers']);
  });

  it('reads nothing of what was said or who came afterwards', async () => {
    const [messages, members] = [MessagesRepository, MembersRepository].map((repository) =>
      server.app.get<MessagesRepository | MembersRepository>(repository, { strict: false }),
    ) as [MessagesRepository, MembersRepository];
    const afterwards = async (): Promise<void> => {
      expect((await removeBen()).status).toBe(204);
      await say(ada, 'at last alone');
    };
    const [before, changedSince, present] = [
      messages.before.bind(messages),
      messages.changedSince.bind(messages),
      members.present.bind(members),
    ];
    const spies = [
      vi.spyOn(messages, 'before').mockImplementationOnce((...asked) => afterwards().then(() => before(...asked))),
      vi
        .spyOn(messages, 'changedSince')
        .mockImplementationOnce((...asked) => afterwards().then(() => changedSince(...asked))),
      vi.spyOn(members, 'present').mockImplementationOnce((...asked) => afterwards().then(() => present(...asked))),
    ];
    for (const path of ['messages', 'changes?since=0', 'members']) {
      const answer = await ben.get(`/rooms/${room.id}/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text).not.toContain('alone');
      await ada.post(`/rooms/${room.id}/members`, { userId: ben.id });
    }
    for (const spy of spies) spy.mockRestore();
  });
});
