import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  applyEvent,
  applyHeads,
  applyHistory,
  emptyState,
  isBehind,
  type ChatState,
} from './apply-event.js';
import type { Event } from './events.js';
import { applied, fetched, held, READER, roomAfter } from './testing/reader.js';
import { person, RoomModel } from './testing/room-model.js';

describe('a gap', () => {
  it('is not applied but remembered, until the changes close it', () => {
    const room = new RoomModel(READER);
    const stale = fetched(room);
    room.send(READER, 'missed');
    const [heard] = room.send(READER, 'heard') as [Event];

    const behind = applyEvent(stale, heard);
    expect(held(behind).log).toEqual([]);
    expect(isBehind(held(behind))).toBe(true);

    const complete = applyChanges(behind, room.changes(READER, held(behind).room.rev));
    expect(held(complete).log.map(({ body }) => body)).toEqual(['missed', 'heard']);
    expect(isBehind(held(complete))).toBe(false);
  });

  it('that is too large to tell empties the window, which is then loaded afresh', () => {
    const room = roomAfter([(it) => it.send(READER, 'old')]);
    const stale = fetched(room);
    room.send(READER, 'new');
    const limited = applyChanges(stale, { room: room.room(READER), messages: [], members: [], limited: true });
    expect(held(limited).log).toEqual([]);
    expect(held(limited).room.lastSeq).toBe(2);
    expect(held(applyHistory(limited, room.id, room.before(Infinity, 50))).log).toHaveLength(2);
  });
});

describe('the window of the log', () => {
  it('keeps the newer of two versions of a message', () => {
    const room = roomAfter([(it) => it.send(READER, 'first')]);
    const old = room.before(Infinity, 1);
    room.edit(1, 'second');
    const state = applyHistory(fetched(room), room.id, old);
    expect(held(state).log[0]?.body).toBe('second');
  });

  it('keeps the place of a deleted message', () => {
    const room = roomAfter([(it) => it.send(READER, 'first'), (it) => it.send(READER, 'second')]);
    const state = applied(fetched(room), room.delete(1));
    expect(held(state).log.map(({ seq, body }) => [seq, body])).toEqual([
      [1, ''],
      [2, 'second'],
    ]);
  });
});

describe('the list of rooms', () => {
  const room = new RoomModel(READER);
  const added: Event = { type: 'room.added', room: room.room(READER) };

  it('gains a room, and loses it again', () => {
    const state = applyEvent(emptyState(READER), added);
    expect(Object.keys(state.rooms)).toEqual(['room']);
    expect(applyEvent(state, { type: 'room.removed', roomId: 'room' }).rooms).toEqual({});
  });

  it('keeps what it holds of a room that is added a second time', () => {
    const state = fetched(roomAfter([(it) => it.send(READER, 'kept')]));
    expect(applyEvent(state, added)).toBe(state);
  });

  it('drops the rooms that are not among the heads', () => {
    expect(applyHeads(applyEvent(emptyState(READER), added), []).rooms).toEqual({});
  });

  it('ignores what happens in a room that it does not hold', () => {
    const state = emptyState(READER);
    const [sent] = room.send(READER, 'elsewhere') as [Event];
    expect(applyEvent(state, sent)).toBe(state);
  });
});

describe('mentions of the reader', () => {
  const room = () => roomAfter([(it) => it.join('ada')]);
  const mentions = (state: ChatState) => held(state).room.me?.mentions;

  it('are counted by their places until they are read', () => {
    const it = room();
    const told = applied(fetched(it), [...it.send('ada', `@${READER} one`), ...it.send('ada', 'two')]);
    expect(mentions(told)).toEqual([1]);
    expect(mentions(applied(told, it.read(READER, 1)))).toEqual([]);
  });

  it('come and go with an edit, and go with the message', () => {
    const it = room();
    const told = applied(fetched(it), it.send('ada', 'one'));
    const edited = applied(told, it.edit(1, `@${READER} one`));
    expect([told, edited].map(mentions)).toEqual([[], [1]]);
    expect(mentions(applied(edited, it.delete(1)))).toEqual([]);
  });
});

describe('what is the reader\u2019s own', () => {
  it('follows what another device has done with the room, but for a cursor that stands further', () => {
    const room = roomAfter([(it) => it.join('ada')]);
    const before = fetched(room);
    const { me } = held(before).room;
    if (!me) throw new Error('the reader is a member');
    const read = applied(before, [...room.send('ada', 'one'), ...room.read(READER, 1)]);
    const muted = applyEvent(read, { type: 'membership.updated', roomId: 'room', me: { ...me, markedUnread: true } });
    expect(held(muted).room.me).toMatchObject({ markedUnread: true, readSeq: 1, unread: 0 });
  });

  it('is told by the heads after an absence, with the watermark of the others', () => {
    const room = roomAfter([(it) => it.join('ada'), (it) => it.send(READER, 'one')]);
    const away = fetched(room);
    room.read('ada', 1);
    const head = { ...room.head(READER), pinnedAt: '2026-01-31T09:30:00.000Z' };
    const back = held(applyHeads(away, [head])).room;
    expect(back.me?.pinnedAt).toBe(head.pinnedAt);
    expect([held(away).room.watermark.readSeq, back.watermark.readSeq]).toEqual([0, 1]);
  });

  it('is not touched by a new name of somebody else, who wears it everywhere', () => {
    const room = roomAfter([(it) => it.join('ada')]);
    const user = { ...person('ada'), displayName: 'Ada L.' };
    const state = applyEvent(fetched(room), { type: 'user.updated', user });
    expect(held(state).members['ada']?.user.displayName).toBe('Ada L.');
  });
});

describe('signs of life', () => {
  const typing = (userId: string, active: boolean): Event => ({ type: 'typing', roomId: 'room', userId, active });

  it('tell who types, once each, until they stop', () => {
    const state = applied(emptyState(READER), [typing('ada', true), typing('grace', true), typing('ada', true)]);
    expect(state.typing['room']).toEqual(['ada', 'grace']);
    expect(applyEvent(state, typing('ada', false)).typing['room']).toEqual(['grace']);
  });

  it('end with the message that was typed', () => {
    const room = roomAfter([(it) => it.join('ada')]);
    const state = applyEvent(fetched(room), typing('ada', true));
    expect(applied(state, room.send('ada', 'done')).typing['room']).toEqual([]);
  });

  it('tell who is there', () => {
    const event: Event = { type: 'presence', userId: 'ada', online: true, lastSeenAt: null };
    expect(applyEvent(emptyState(READER), event).presence).toEqual({ ada: { online: true, lastSeenAt: null } });
  });

  it('show the peer of a direct room as the peer is now', () => {
    const room = roomAfter([(it) => it.join('ada')]);
    const before = fetched(room);
    const direct: ChatState = {
      ...before,
      rooms: { room: { ...held(before), room: { ...held(before).room, kind: 'direct', peer: person('ada') } } },
    };
    const member = { ...held(before).members['ada']!, user: { ...person('ada'), displayName: 'Ada L.' } };
    const rev = held(before).room.rev + 1;
    const state = applyEvent(direct, { type: 'member.updated', roomId: 'room', rev, member });
    expect(held(state).room.peer?.displayName).toBe('Ada L.');
  });
});
