import type { INestApplicationContext } from '@nestjs/common';
import type { CreateRoomRequest } from '#shared';
import { AuthService } from '../../auth/auth.service.js';
import { UsersService } from '../../auth/users.service.js';
import { newId } from '../../common/ids.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { MessageEntity } from '../../rooms/log/message.entity.js';
import { MemberEntity } from '../../rooms/member.entity.js';
import { MembershipService } from '../../rooms/membership.service.js';
import { RoomCreationService } from '../../rooms/room-creation.service.js';
import { RoomEntity } from '../../rooms/room.entity.js';
import { schedule, seededRandom, type DemoMessage, type Random } from './demo-schedule.js';
import { TALKS, type Talk } from './demo-talks.js';
import { TODAY } from './demo-today.js';
import { addTouches, type DemoPlaces } from './demo-touches.js';
import { DEMO_DIRECT, DEMO_PASSWORD, DEMO_PEOPLE, DEMO_ROOMS } from './demo-team.js';

const MINUTE_MS = 60 * 1_000;
const WEEKS = 10;
const ROWS_PER_INSERT = 100;
/** Some of the last messages stay unread by those who did not write them, Nora apart: what waits for her are the touches. */
const UNREAD_AT_MOST = 4;

/** Refuses to mix the demo's people with real ones. */
export class NotEmptyError extends Error {}

interface DemoConversation {
  readonly name: string;
  readonly roomId: string;
  readonly memberIds: readonly string[];
  readonly messages: readonly DemoMessage[];
}

/**
 * Fills an empty database with a believable team and weeks of its talk.
 * @returns how many messages were stored
 * @throws NotEmptyError when there are people already
 */
export async function fillDemo(app: INestApplicationContext, until: Date): Promise<number> {
  const people = await app.get(UsersService, { strict: false }).search({ limit: '1' });
  if (people.items.length > 0) throw new NotEmptyError('The database is not empty.');
  const random = seededRandom(28);
  const ids = await registerAll(app);
  const conversations = [...(await openRooms(app, ids, until, random)), ...(await openDirect(app, ids, until, random))];
  const nora = idOf(ids, 'nora');
  for (const conversation of conversations) await store(app, conversation, nora, random);
  const touches = await addTouches(app, placesOf(ids, conversations), until);
  return conversations.reduce((sum, { messages }) => sum + messages.length, touches);
}

function placesOf(ids: ReadonlyMap<string, string>, conversations: readonly DemoConversation[]): DemoPlaces {
  const rooms = new Map(conversations.map(({ name, roomId }) => [name, roomId]));
  return { person: (username) => idOf(ids, username), room: (name) => idOf(rooms, name) };
}

async function registerAll(app: INestApplicationContext): Promise<Map<string, string>> {
  const auth = app.get(AuthService, { strict: false });
  const ids = new Map<string, string>();
  for (const person of DEMO_PEOPLE) {
    const { account } = await auth.register({ ...person, password: DEMO_PASSWORD }, null);
    ids.set(person.username, account.user.id);
  }
  return ids;
}

async function openRooms(
  app: INestApplicationContext,
  ids: ReadonlyMap<string, string>,
  until: Date,
  random: Random,
): Promise<DemoConversation[]> {
  const creation = app.get(RoomCreationService, { strict: false });
  const membership = app.get(MembershipService, { strict: false });
  const conversations: DemoConversation[] = [];
  for (const { members, subject, talksPerDay, ...room } of DEMO_ROOMS) {
    const memberIds = members.map((username) => idOf(ids, username));
    const [owner = '', ...others] = memberIds;
    const request: CreateRoomRequest = { name: room.name, kind: room.kind, topic: room.topic };
    const { id: roomId } = await creation.create(owner, request);
    for (const other of others) await membership.add(owner, roomId, other);
    const weeks = talk(TALKS[subject], members.length, talksPerDay, until, random);
    const messages = endingToday(weeks, room.name, members, until);
    conversations.push({ name: room.name, roomId, memberIds, messages });
  }
  return conversations;
}

async function openDirect(
  app: INestApplicationContext,
  ids: ReadonlyMap<string, string>,
  until: Date,
  random: Random,
): Promise<DemoConversation[]> {
  const creation = app.get(RoomCreationService, { strict: false });
  const conversations: DemoConversation[] = [];
  for (const { pair, talksPerDay } of DEMO_DIRECT) {
    const [one, other] = [idOf(ids, pair[0]), idOf(ids, pair[1])];
    const { room } = await creation.direct(one, other);
    const name = pair.join(' and ');
    const messages = endingToday(talk(TALKS.direct, 2, talksPerDay, until, random), name, pair, until);
    conversations.push({ name, roomId: room.id, memberIds: [one, other], messages });
  }
  return conversations;
}

const talk = (talks: readonly Talk[], members: number, talksPerDay: number, until: Date, random: Random) =>
  schedule({ talks, members, talksPerDay, until, weeks: WEEKS }, random);

/** The weeks of a room, and in place of their last day what was said today. */
function endingToday(
  weeks: readonly DemoMessage[],
  name: string,
  members: readonly string[],
  until: Date,
): readonly DemoMessage[] {
  const said = TODAY[name] ?? [];
  const saidAt = (minutesAgo: number) => new Date(until.getTime() - minutesAgo * MINUTE_MS);
  const begin = said[0] ? earlier(saidAt(said[0][0]), midnightOf(until)) : until;
  const before = weeks.filter(({ at }) => at < begin);
  const today = said.map(([minutesAgo, username, body, answered]) => ({
    at: saidAt(minutesAgo),
    speaker: members.indexOf(username),
    body,
    ...(answered && { replyTo: before.length + 1 + said.findIndex(([ago]) => ago === answered) }),
  }));
  return [...before, ...today];
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

function midnightOf(day: Date): Date {
  const midnight = new Date(day);
  midnight.setHours(0, 0, 0, 0);
  return midnight;
}

const idOf = (ids: ReadonlyMap<string, string>, username: string): string => ids.get(username) ?? '';

/** Written as rows, not sent: the messages keep the times at which they were "said". */
async function store(
  app: INestApplicationContext,
  conversation: DemoConversation,
  upToDate: string,
  random: Random,
): Promise<void> {
  const { name, roomId, memberIds, messages } = conversation;
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) return;
  await app.get(UnitOfWork, { strict: false }).run(async ({ manager }) => {
    const { rev } = await manager.findOneByOrFail(RoomEntity, { id: roomId });
    const rows = messages.map((message, index) => toRow(conversation, message, index + 1, rev + index + 1));
    for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
      await manager.insert(MessageEntity, rows.slice(start, start + ROWS_PER_INSERT));
    }
    const [createdAt, lastActivityAt, lastSeq] = [first.at.toISOString(), last.at.toISOString(), rows.length];
    await manager.update(RoomEntity, { id: roomId }, { createdAt, lastActivityAt, lastSeq, rev: rev + lastSeq });
    for (const [index, userId] of memberIds.entries()) {
      const hasReadAll = index === last.speaker || userId === upToDate || name in TODAY;
      const unread = hasReadAll ? 0 : Math.floor(random() * UNREAD_AT_MOST);
      const readSeq = Math.max(0, lastSeq - unread);
      const cursors = { readSeq, shownReadSeq: readSeq, deliveredSeq: lastSeq };
      await manager.update(MemberEntity, { roomId, userId }, { ...cursors, joinedAt: createdAt });
    }
  });
}

function toRow({ roomId, memberIds }: DemoConversation, message: DemoMessage, seq: number, rev: number): MessageEntity {
  return {
    id: newId(),
    roomId,
    seq,
    rev,
    senderId: memberIds[message.speaker] ?? '',
    clientId: newId(),
    kind: 'text',
    body: message.body,
    replyTo: message.replyTo ?? null,
    mentions: null,
    firstBodyHash: null,
    createdAt: message.at.toISOString(),
    editedAt: null,
    deletedAt: null,
  };
}
