import { FOREVER } from '#shared';
import { roomRow, type RowContext } from './room-row';
import { grace, membership, message, nora, room } from './testing/builders';

const NAMES: Readonly<Record<string, string>> = { [grace.id]: grace.displayName, [nora.id]: nora.displayName };
const CONTEXT: RowContext = {
  userId: nora.id,
  now: new Date('2026-06-11T12:00:00.000Z'),
  nameOf: (id) => NAMES[id] ?? null,
  isOnline: () => false,
  typistsIn: () => [],
  draftOf: () => '',
};
const rowOf = (given: Parameters<typeof room>[0], context: Partial<RowContext> = {}) =>
  roomRow(room(given), { ...CONTEXT, ...context });
const previewOf = (...args: Parameters<typeof rowOf>) => rowOf(...args).preview;

describe('the second line of a row', () => {
  it('says who wrote last in a room of many', () => {
    const lastMessage = message(1, { body: 'Ready.\nShip it' });
    expect(previewOf({ lastMessage })).toEqual({ kind: 'said', text: 'Grace: Ready. Ship it' });
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

  it('shows a draft until something is unread', () => {
    const draftOf = () => 'Could we\nmove it';
    const lastMessage = message(1, { senderId: nora.id });
    expect(rowOf({ lastMessage }, { draftOf })).toMatchObject({
      preview: { kind: 'draft', text: 'Could we move it' },
      tick: null,
    });
    expect(previewOf({ lastMessage, me: membership({ unread: 1 }) }, { draftOf }).kind).toBe('said');
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
