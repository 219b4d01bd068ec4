import { roomState } from '#shared';
import { byLastActivity, matchesSearch, roomRow } from './room-row';
import { grace, member, message, nora, room } from './testing/builders';

const NOW = new Date('2026-06-11T12:00:00.000Z');
const NAMES: Readonly<Record<string, string>> = { [grace.id]: grace.displayName, [nora.id]: nora.displayName };
const rowOf = (given: Parameters<typeof room>[0]) =>
  roomRow(roomState(room(given)), nora.id, (id) => NAMES[id] ?? null, NOW);

describe('byLastActivity', () => {
  it('puts the room with the newest message first, and counts a new room from its beginning', () => {
    const old = room({ id: 'r-old', createdAt: '2026-06-01T09:00:00.000Z' });
    const fresh = room({ id: 'r-new', createdAt: '2026-06-10T09:00:00.000Z' });
    const lively = room({ ...old, id: 'r-talk', lastMessage: message(1, { createdAt: '2026-06-11T09:00:00.000Z' }) });
    expect([old, fresh, lively].sort(byLastActivity).map(({ id }) => id)).toEqual(['r-talk', 'r-new', 'r-old']);
  });
});

describe('matchesSearch', () => {
  it('finds a room by a part of its name, whatever the case', () => {
    expect(matchesSearch(room({ name: 'Release 2.8' }), ' rELEASE ')).toBe(true);
    expect(matchesSearch(room({ name: 'Release 2.8' }), 'retro')).toBe(false);
  });

  it('finds a direct conversation by the name of the other person', () => {
    expect(matchesSearch(room({ kind: 'direct', name: null, peer: grace }), 'lind')).toBe(true);
  });
});

describe('roomRow', () => {
  it('says who wrote last in a room of many', () => {
    expect(rowOf({ lastMessage: message(1, { body: 'Ready.\nShip it' }) }).preview).toBe('Grace: Ready. Ship it');
  });

  it('leaves the name out where it is clear who writes', () => {
    const direct = { kind: 'direct' as const, name: null, peer: grace, lastMessage: message(1, { body: 'Ready.' }) };
    expect(rowOf(direct)).toMatchObject({ title: 'Grace Lindqvist', kind: 'person', id: grace.id, preview: 'Ready.' });
  });

  it('shows how far an own message has come', () => {
    const lastMessage = message(4, { senderId: nora.id });
    expect(rowOf({ lastMessage }).tick).toBe('stored');
    const held = roomState(room({ lastMessage, lastSeq: 4 }));
    const members = { [nora.id]: member(nora), [grace.id]: member(grace, { readSeq: 4, deliveredSeq: 4 }) };
    expect(roomRow({ ...held, members }, nora.id, () => null, NOW).tick).toBe('read');
  });

  it('says no more than that a message is stored while not every cursor is known', () => {
    const held = roomState(room({ memberCount: 3, lastMessage: message(4, { senderId: nora.id }) }));
    const members = { [nora.id]: member(nora), [grace.id]: member(grace, { readSeq: 4, deliveredSeq: 4 }) };
    expect(roomRow({ ...held, members }, nora.id, () => null, NOW).tick).toBe('stored');
  });

  it('tells of a deleted message and whose it was', () => {
    const deletedAt = '2026-06-11T09:01:00.000Z';
    expect(rowOf({ lastMessage: message(1, { body: '', deletedAt }) }).preview).toBe('This message was deleted');
    expect(rowOf({ lastMessage: message(1, { body: '', deletedAt, senderId: nora.id }) })).toMatchObject({
      preview: 'You deleted this message',
      deleted: true,
      tick: null,
    });
  });

  it('shows the topic of a room where nothing was said yet', () => {
    expect(rowOf({ topic: 'Ship it' }).preview).toBe('Ship it');
    expect(rowOf({}).preview).toBe('No messages yet');
  });
});
