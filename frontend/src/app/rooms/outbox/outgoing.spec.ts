import type { OutboxEntry } from './outbox-entry';
import { activityWith, outgoingIn } from './outgoing';
import { message, room } from '../testing/builders';

const entry = (turn: number, given: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientId: `c-${turn}`,
  roomId: 'r-1',
  body: `Message ${turn}`,
  replyTo: null,
  createdAt: `2026-06-11T10:0${turn}:00.000Z`,
  turn,
  state: 'waiting',
  seq: null,
  reason: null,
  ...given,
});

describe('what a room still has to send', () => {
  it('is the last message that waits there, and not elsewhere', () => {
    const entries = [entry(1), entry(2), entry(3, { roomId: 'r-2' })];
    expect(outgoingIn(room(), entries)?.clientId).toBe('c-2');
    expect(outgoingIn(room({ id: 'r-9' }), entries)).toBeNull();
  });

  it('is one that was refused before any that waits', () => {
    const entries = [entry(1, { state: 'failed' }), entry(2, { state: 'failed' }), entry(3)];
    expect(outgoingIn(room(), entries)?.clientId).toBe('c-2');
  });

  it('stays until the log has it, not only the server', () => {
    const stored = entry(1, { state: 'stored', seq: 5 });
    expect(outgoingIn(room({ lastSeq: 4 }), [stored])).toBe(stored);
    expect(outgoingIn(room({ lastSeq: 5 }), [stored])).toBeNull();
  });

  it('is nothing where the message has come, and its answer was lost', () => {
    const lastMessage = message(1, { clientId: 'c-1' });
    expect(outgoingIn(room({ lastMessage }), [entry(1)])).toBeNull();
  });
});

describe('the moment of a conversation', () => {
  const said = room({ lastMessage: message(1, { createdAt: '2026-06-11T10:02:00.000Z' }) });

  it('is that of what waits, or of what was said since', () => {
    expect(activityWith(said, null)).toBe('2026-06-11T10:02:00.000Z');
    expect(activityWith(said, entry(3))).toBe('2026-06-11T10:03:00.000Z');
    expect(activityWith(said, entry(1))).toBe('2026-06-11T10:02:00.000Z');
  });
});
