import { FOREVER } from '#shared';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { roomRow, type RowContext } from './room-row';
import { listTime } from '../../ui/time-labels';
import { grace, membership, message, nora, room } from '../testing/builders';

const NAMES: Readonly<Record<string, string>> = { [grace.id]: grace.displayName, [nora.id]: nora.displayName };
const CONTEXT: RowContext = {
  userId: nora.id,
  now: new Date('2026-06-11T12:00:00.000Z'),
  nameOf: (id) => NAMES[id] ?? null,
  isOnline: () => false,
  typistsIn: () => [],
  draftOf: () => '',
  outgoingIn: () => null,
};
const rowOf = (given: Parameters<typeof room>[0], context: Partial<RowContext> = {}) =>
  roomRow(room(given), { ...CONTEXT, ...context });
const previewOf = (...args: Parameters<typeof rowOf>) => rowOf(...args).preview;
const outgoing = (given: Partial<OutboxEntry> = {}) => ({
  outgoingIn: (): OutboxEntry => ({
    clientId: 'c-1',
    roomId: 'r-1',
    body: '*Ready.*\nShip it',
    replyTo: null,
    createdAt: '2026-06-11T11:30:00.000Z',
    turn: 1,
    state: 'waiting',
    seq: null,
    reason: null,
    ...given,
  }),
});

describe('the second line of a row', () => {
  it('says who wrote last in a room of many', () => {
    const lastMessage = message(1, { body: 'Ready.\nShip it' });
    expect(previewOf({ lastMessage })).toEqual({ kind: 'said', text: 'Grace: Ready. Ship it' });
  });

  it('says what was written without its marks', () => {
    const lastMessage = message(1, { body: '*Ready.*\n- `npm ci`\n- ship' });
    expect(previewOf({ lastMessage }).text).toBe('Grace: Ready. • npm ci • ship');
  });

  it('leaves the name out where it is clear who writes', () => {
    const direct = { kind: 'direct' as const, name: null, peer: grace, lastMessage: message(1, { body: 'Ready.' }) };
    expect(rowOf(direct)).toMatchObject({ title: 'Grace Lindqvist', kind: 'person', id: grace.id });
    expect(previewOf(direct).text).toBe('Ready.');
    expect(previewOf({ lastMessage: message(1, { body: 'Ready.', senderId: nora.id }) }).text).toBe('Ready.');
  });

  it('tells of a deleted message and whose it was', () => {
    const deletedAt = '2026-06-11T09:01:00.000Z';
    const [theirs, mine] = [message(1, { deletedAt }), message(1, { deletedAt, senderId: nora.id })];
    expect(previewOf({ lastMessage: theirs })).toEqual({ kind: 'deleted', text: 'This message was deleted' });
    expect(rowOf({ lastMessage: mine })).toMatchObject({ preview: { text: 'You deleted this message' }, tick: null });
  });

  it('shows the topic of a room where nothing was said yet', () => {
    expect(previewOf({ topic: 'Ship it' }).text).toBe('Ship it');
    expect(previewOf({}).text).toBe('No messages yet');
  });

  it('shows a draft, also where something is unread', () => {
    const draftOf = () => 'Could we\nmove it';
    const lastMessage = message(1, { senderId: nora.id });
    expect(rowOf({ lastMessage }, { draftOf })).toMatchObject({
      preview: { kind: 'draft', text: 'Could we move it' },
      tick: null,
    });
    expect(previewOf({ lastMessage, me: membership({ unread: 1 }) }, { draftOf }).kind).toBe('draft');
  });

  it('shows an own message that waits, with a clock and its time', () => {
    const lastMessage = message(1, { createdAt: '2026-06-01T09:00:00.000Z' });
    const row = rowOf({ lastMessage }, outgoing());
    expect(row).toMatchObject({ preview: { kind: 'said', text: 'Ready. Ship it' }, tick: 'pending' });
    expect(row.time).toBe(listTime('2026-06-11T11:30:00.000Z', CONTEXT.now));
    expect(rowOf({ lastMessage }, outgoing({ state: 'stored', seq: 2 })).tick).toBe('stored');
  });

  it('says that a message was refused, whatever waits or was begun beside it', () => {
    const context = { ...outgoing({ state: 'failed' }), draftOf: () => 'Could we' };
    expect(rowOf({ lastMessage: message(1), me: membership({ unread: 2 }) }, context)).toMatchObject({
      preview: { kind: 'refused', text: 'Ready. Ship it' },
      tick: null,
      unread: 2,
    });
  });

  it('shows a draft rather than what waits', () => {
    expect(rowOf({}, { ...outgoing(), draftOf: () => 'Could we' })).toMatchObject({
      preview: { kind: 'draft' },
      tick: null,
    });
  });

  it('shows who types before anything else', () => {
    const typing = { draftOf: () => 'Could we', typistsIn: () => [grace.displayName] };
    expect(previewOf({ lastMessage: message(1) }, typing)).toEqual({ kind: 'typing', text: 'Grace is typing…' });
  });
});

describe('a row', () => {
  it('shows how far an own message has come', () => {
    const lastMessage = message(4, { senderId: nora.id });
    expect(rowOf({ lastMessage }).tick).toBe('stored');
    expect(rowOf({ lastMessage, watermark: { readSeq: 3, deliveredSeq: 4 } }).tick).toBe('delivered');
    expect(rowOf({ lastMessage, watermark: { readSeq: 4, deliveredSeq: 4 } }).tick).toBe('read');
    expect(rowOf({ lastMessage: message(4) }).tick).toBeNull();
  });

  it('shows how the reader keeps the room', () => {
    const me = membership({ mutedUntil: FOREVER, pinnedAt: '2026-06-10T12:00:00.000Z', unread: 4, mentions: [2] });
    expect(rowOf({ me })).toMatchObject({ isMuted: true, isPinned: true, isMentioned: true, isMarked: false });
  });

  it('shows the mark of the reader only where nothing is unread', () => {
    expect(rowOf({ me: membership({ markedUnread: true }) }).isMarked).toBe(true);
    expect(rowOf({ me: membership({ markedUnread: true, unread: 1 }) }).isMarked).toBe(false);
  });

  it('shows whether the other one of a direct conversation is there', () => {
    const isOnline = (id: string) => id === grace.id;
    expect(rowOf({ kind: 'direct', name: null, peer: grace }, { isOnline }).isOnline).toBe(true);
    expect(rowOf({}, { isOnline }).isOnline).toBe(false);
  });
});
