import { grace, member, message, nora, user } from '../../rooms/testing/builders';
import { receptionOf } from './reception';

const zoe = user('u-zoe', 'Zoe');
const ada = user('u-ada', 'Ada');
const MESSAGE = message(4, { senderId: nora.id });

describe('receptionOf', () => {
  it('tells who has read a message, who has received it, and who is missing, by name', () => {
    const members = [
      member(zoe, { readSeq: 4, deliveredSeq: 4 }),
      member(ada, { readSeq: 9, deliveredSeq: 9 }),
      member(grace, { readSeq: 3, deliveredSeq: 5 }),
      member(user('u-max', 'Max'), { readSeq: 3, deliveredSeq: 3 }),
      member(nora, { readSeq: 4, deliveredSeq: 4 }),
    ];
    const { read, received, missing } = receptionOf(MESSAGE, members);
    const namesOf = (some: typeof read) => some.map(({ user: { displayName } }) => displayName);
    expect([namesOf(read), namesOf(received), namesOf(missing)]).toEqual([
      ['Ada', 'Zoe'],
      ['Grace Lindqvist'],
      ['Max'],
    ]);
  });

  it('leaves the sender out', () => {
    expect(receptionOf(MESSAGE, [member(nora)])).toEqual({ read: [], received: [], missing: [] });
  });
});
