import { MessagesAnswer, type Message } from '#shared';
import { expect } from 'vitest';
import type { Person } from '../../support/person.js';
import type { PersistentSender } from './persistent-sender.js';

/** The whole log of a room, as a member reads it. */
export async function wholeLog(person: Person, roomId: string): Promise<Message[]> {
  const log: Message[] = [];
  for (;;) {
    const answer = await person.get(`/rooms/${roomId}/messages?limit=200&after=${log.at(-1)?.seq ?? 0}`);
    const { items } = answer.read(MessagesAnswer);
    if (items.length === 0) return log;
    log.push(...items);
  }
}

/** Nothing that was acknowledged is lost, changed or doubled, all that was ever tried is there, and no place is empty. */
export async function expectWholeLog(
  person: Person,
  roomId: string,
  senders: readonly PersistentSender[],
): Promise<void> {
  const log = await wholeLog(person, roomId);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  const drafts = senders.flatMap((sender) => sender.drafts.map(({ clientId }) => clientId));
  expect(log.map(({ clientId }) => clientId).sort()).toEqual([...drafts].sort());
  const stored = new Map(log.map((message) => [message.clientId, message]));
  for (const { acknowledged } of senders) {
    for (const [clientId, message] of acknowledged) expect(stored.get(clientId)).toEqual(message);
  }
}
