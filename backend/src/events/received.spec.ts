import { describe, expect, it } from 'vitest';
import { received } from './received.js';

const durable = { roomId: 'hall', rev: 3 };
const member = { user: { id: 'eve' }, leftAt: null };

describe('what comes over Redis', () => {
  it.each([
    { to: 'room', roomId: 'hall', events: [{ type: 'message.created', ...durable, message: {} }] },
    { to: 'room', roomId: 'hall', events: [{ type: 'member.updated', ...durable, member }] },
    { to: 'room', roomId: 'hall', events: [{ type: 'receipt.updated', roomId: 'hall' }] },
    { to: 'user', userId: 'eve', events: [{ type: 'room.added', room: { id: 'hall', rev: 3 } }] },
    { to: 'user', userId: 'eve', events: [{ type: 'room.removed', roomId: 'hall' }], leftAt: 3 },
    { to: 'everyone', events: [{ type: 'an event of a newer version' }] },
    { to: 'session', sessionId: 'one', reason: 'signed_out' },
    { to: 'instances', news: { kind: 'bye', from: 'one' } },
  ])('is taken as it is: %j', (message) => {
    expect(received(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    'no JSON',
    'null',
    '[]',
    { to: 'nobody' },
    { to: 'toString' },
    { to: 'room', roomId: 'hall' },
    { to: 'room', roomId: 7, events: [] },
    { to: 'room', roomId: 'hall', events: [null] },
    { to: 'room', roomId: 'hall', events: [{ type: 'message.created', roomId: 'hall', rev: 'three' }] },
    { to: 'room', roomId: 'hall', events: [{ type: 'message.created', roomId: 'hall', rev: 1e300 }] },
    { to: 'room', roomId: 'hall', events: [{ type: 'something new', rev: 3 }] },
    { to: 'room', roomId: 'hall', events: [{ type: 'member.updated', ...durable }] },
    { to: 'room', roomId: 'hall', events: [{ type: 'member.updated', ...durable, member: {} }] },
    { to: 'user', userId: 'eve', events: [{ type: 'room.added' }] },
    { to: 'user', userId: 'eve', events: [{ type: 'account.updated', account: null }] },
    { to: 'session', sessionId: 'one' },
    { to: 'instances', news: 'none' },
  ])('is refused where this process could stumble over it: %j', (message) => {
    expect(() => received(typeof message === 'string' ? message : JSON.stringify(message))).toThrow(Error);
  });
});
