import type { OutboxEntry } from '../../rooms/outbox/outbox-entry';
import { grace, message, nora } from '../../rooms/testing/builders';
import { lastOwn, outgoingAbilities, storedAbilities } from './target';

const AT = '2026-06-11T09:00:00.000Z';
const entry = (state: OutboxEntry['state']): OutboxEntry => ({
  clientId: 'c-1',
  roomId: 'r-1',
  body: 'Hello',
  replyTo: null,
  createdAt: AT,
  turn: 1,
  state,
  seq: null,
  reason: null,
});

describe('what can be done with a message', () => {
  it('is everything with one of one\u2019s own', () => {
    const own = message(1, { senderId: nora.id });
    expect(storedAbilities(own, { userId: nora.id, role: 'member' })).toEqual([
      'reply',
      'copy',
      'info',
      'edit',
      'delete',
    ]);
  });

  it('is answering and copying with that of another, and deleting for those who moderate', () => {
    expect(storedAbilities(message(1), { userId: nora.id, role: 'member' })).toEqual(['reply', 'copy']);
    expect(storedAbilities(message(1), { userId: nora.id, role: 'admin' })).toContain('delete');
    expect(storedAbilities(message(1), { userId: nora.id, role: 'owner' })).not.toContain('edit');
  });

  it('is nothing with a deleted one, or one of the room itself', () => {
    const actor = { userId: grace.id, role: 'owner' } as const;
    expect(storedAbilities(message(1, { deletedAt: AT }), actor)).toEqual([]);
    expect(storedAbilities(message(1, { kind: 'system' }), actor)).toEqual([]);
  });

  it('is trying again, taking back or deleting with a refused one, and cancelling with one that waits', () => {
    expect(outgoingAbilities(entry('failed'))).toEqual(['tryAgain', 'copy', 'takeBack', 'discard']);
    expect(outgoingAbilities(entry('waiting'))).toEqual(['copy', 'cancel']);
    expect(outgoingAbilities(entry('stored'))).toEqual(['copy']);
  });
});

describe('the last own message', () => {
  it('is the newest that stands', () => {
    const log = [
      message(1, { senderId: nora.id }),
      message(2, { senderId: nora.id }),
      message(3, { senderId: nora.id, deletedAt: AT }),
      message(4),
    ];
    expect(lastOwn(log, nora.id)?.seq).toBe(2);
    expect(lastOwn(log, 'u-nobody')).toBeNull();
  });
});
