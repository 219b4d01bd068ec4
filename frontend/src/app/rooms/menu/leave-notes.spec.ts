import { leaveNotes } from './leave-notes';
import { membership, room } from '../testing/builders';

describe('what it means to leave', () => {
  const owner = membership({ role: 'owner' });
  const notes = (given: Parameters<typeof room>[0]) => leaveNotes(room(given)).join(' ');

  it('a public room is that one can come back', () => {
    expect(notes({ memberCount: 5 })).toBe('It is open to everybody: you can join it again.');
  });

  it('a private room is that somebody has to let one in again', () => {
    expect(notes({ kind: 'private', memberCount: 5 })).toBe(
      'It is private: you come back only when somebody adds you.',
    );
  });

  it('as its owner is that somebody else becomes that', () => {
    expect(notes({ memberCount: 5, me: owner })).toMatch(/becomes the owner, .*hand the room over first\. It is open/u);
  });

  it('as the last one is that nobody becomes the owner, and a private room is lost', () => {
    expect(notes({ memberCount: 1, me: owner })).toBe('It is open to everybody: you can join it again.');
    expect(notes({ kind: 'private', memberCount: 1, me: owner })).toBe(
      'Nobody else is in it, so nobody can come back to it.',
    );
  });
});
