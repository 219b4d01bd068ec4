import type { INestApplicationContext } from '@nestjs/common';
import { FOREVER, type Message } from '#shared';
import { AccountService } from '../../auth/account.service.js';
import { newId } from '../../common/ids.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { MessageRevisionsService } from '../../messages/message-revisions.service.js';
import { MessagesService } from '../../messages/messages.service.js';
import { MessageEntity } from '../../rooms/log/message.entity.js';
import { PreferencesService } from '../../rooms/preferences.service.js';
import { RoomEntity } from '../../rooms/room.entity.js';

const MINUTE_MS = 60 * 1_000;

/** The demo's people by username, and its rooms by name; a direct room is named by its two, as `nora and ben`. */
export interface DemoPlaces {
  readonly person: (username: string) => string;
  readonly room: (name: string) => string;
}

/**
 * What a living team leaves behind beside talk: answers, mentions, an edited and a deleted message, and how Nora, as whom
 * one looks around, keeps her rooms. Done through the services, so that it is as if people had just done it.
 * @returns how many messages came of it
 */
export async function addTouches(app: INestApplicationContext, places: DemoPlaces, until: Date): Promise<number> {
  const messages = await sayMore(app, places, until);
  await keepRooms(app, places);
  await tellOfThemselves(app, places);
  return messages;
}

async function sayMore(app: INestApplicationContext, { person, room }: DemoPlaces, until: Date): Promise<number> {
  const messages = app.get(MessagesService, { strict: false });
  const revisions = app.get(MessageRevisionsService, { strict: false });
  let count = 0;
  const say = async (minutesAgo: number, username: string, roomName: string, body: string, answered?: Message) => {
    count += 1;
    const request = { clientId: newId(), body, ...(answered && { replyTo: answered.seq }) };
    const { message } = await messages.send(person(username), room(roomName), request);
    await putBack(app, message, new Date(until.getTime() - minutesAgo * MINUTE_MS));
    return message;
  };

  const draft = await say(
    14,
    'grace',
    'Release 2.8',
    'The release notes are in the usual folder. Please read them before five.',
  );
  const typo = await say(11, 'tom', 'Release 2.8', 'Read them. Teh second paragraph is lovely.', draft);
  await revisions.edit(person('tom'), room('Release 2.8'), typo.id, 'Read them. The second paragraph is lovely.');
  await say(8, 'priya', 'Release 2.8', '@nora, would you look at the upgrade guide once more?');
  const wrongRoom = await say(5, 'james', 'Release 2.8', 'Who is in for noodles?');
  await revisions.delete(person('james'), room('Release 2.8'), wrongRoom.id);
  await say(3, 'ben', 'Release 2.8', 'On it in ten minutes. *Nothing* is in the way, see `release.md`.', draft);

  const question = await say(22, 'ada', 'Design crit', '@nora @ellie which of the two greens do you prefer?');
  await say(19, 'ellie', 'Design crit', 'The darker one. It keeps its contrast on the wallpaper.', question);

  await say(40, 'james', 'Lunch club', 'The noodle place has reopened.');
  await say(38, 'layla', 'Lunch club', 'Finally 🍜');
  return count;
}

/** Those who look around shall not find that everybody spoke in the minute in which the demo was made. */
async function putBack(app: INestApplicationContext, { id, roomId }: Message, at: Date): Promise<void> {
  await app.get(UnitOfWork, { strict: false }).run(async ({ manager }) => {
    await manager.update(MessageEntity, { id }, { createdAt: at.toISOString() });
    await manager.update(RoomEntity, { id: roomId }, { lastActivityAt: at.toISOString() });
  });
}

async function keepRooms(app: INestApplicationContext, { person, room }: DemoPlaces): Promise<void> {
  const preferences = app.get(PreferencesService, { strict: false });
  const nora = person('nora');
  await preferences.update(nora, room('Release 2.8'), { pinned: true });
  await preferences.update(nora, room('nora and ben'), { pinned: true });
  await preferences.update(nora, room('Lunch club'), { mutedUntil: FOREVER });
  await preferences.update(nora, room('Hiring: backend'), { markedUnread: true });
  await preferences.update(nora, room('nora and james'), { archived: true });
}

async function tellOfThemselves(app: INestApplicationContext, { person }: DemoPlaces): Promise<void> {
  const accounts = app.get(AccountService, { strict: false });
  await accounts.update(person('nora'), { about: 'Product, and the one who books the rooms' });
  await accounts.update(person('ben'), { about: 'Rivers, bread, message brokers' });
  await accounts.update(person('grace'), { about: 'In Gothenburg until Thursday' });
}
