import { outdated } from './shown-notices';
import { held, heldRoom, membership, message } from './testing';

describe('outdated', () => {
  const shown = new Map([['r-1', 2]]);
  const messages = [message(1), message(2)];

  it('leaves what is unread', () => {
    expect(outdated(shown, held(heldRoom(messages, { me: membership({ readSeq: 1 }) })))).toEqual([]);
  });

  it('takes what was read anywhere', () => {
    expect(outdated(shown, held(heldRoom(messages, { me: membership({ readSeq: 2 }) })))).toEqual(['r-1']);
  });

  it('takes what belongs to a room that one is no longer in', () => {
    expect(outdated(shown, held())).toEqual(['r-1']);
  });

  it('takes what was taken back, the last message or another', () => {
    const gone = message(2, { deletedAt: '2026-06-11T10:00:00.000Z', body: '' });
    expect(outdated(shown, held(heldRoom([message(1), gone])))).toEqual(['r-1']);
    expect(outdated(shown, held(heldRoom([message(1), gone, message(3)])))).toEqual(['r-1']);
  });
});
