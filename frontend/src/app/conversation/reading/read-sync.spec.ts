import { inTime } from '../../../testing/in-time';
import { readRequests, type Known, type Sight } from './read-sync';

const HERE = { y: true, n: false };
const sight = (roomId: string, seq: number): Sight => ({ roomId, seq });
const known = (readSeq: number, markedUnread = false, roomId = 'r-1'): Known => ({ roomId, readSeq, markedUnread });

const VIEWS: Record<string, Sight | null> = {
  '-': null,
  a: sight('r-1', 5),
  b: sight('r-1', 6),
  c: sight('r-1', 7),
  d: sight('r-1', 8),
  o: sight('r-2', 3),
  x: null,
};
const KNOWN: Record<string, Known | null> = {
  z: known(0),
  f: known(5),
  s: known(7),
  m: known(5, true),
  o: known(0, false, 'r-2'),
};
const READS = {
  a: { roomId: 'r-1', seq: 5 },
  b: { roomId: 'r-1', seq: 6 },
  c: { roomId: 'r-1', seq: 7 },
  d: { roomId: 'r-1', seq: 8 },
  o: { roomId: 'r-2', seq: 3 },
};

/** Who looks, what is in view, what the server knows, and the reads that it is told of. */
function expectReads(attention: string, view: string, membership: string, reads: string): void {
  inTime(({ hot, expectObservable }) => {
    const reads$ = readRequests({
      attention$: hot(attention, HERE),
      view$: hot(view, VIEWS),
      membership$: hot(membership, KNOWN),
    });
    expectObservable(reads$).toBe(reads, READS);
  });
}

describe('readRequests', () => {
  it('marks a room at once when it is entered, up to what was on the screen', () => {
    expectReads('y', '- 99ms a', 'z', '- 99ms a');
  });

  it('tells what is read on at most every 500 ms, the last of it too', () => {
    expectReads('y', 'a 99ms b 99ms c 2s d', 'z', 'a 499ms c 1700ms d');
  });

  it('tells nothing while nobody looks, and all of it at once when they do again', () => {
    expectReads('n 2s y', 'a 999ms b', 'z', '-- 1999ms b');
    expectReads('y 299ms n 999ms y', 'a 699ms b 99ms c', 'z', 'a 1299ms c');
  });

  it('tells what was seen last before they looked away', () => {
    expectReads('y 199ms n', 'a 99ms b 499ms c', 'z', 'a 499ms b');
  });

  it('marks the next room at once, however short ago the last one was', () => {
    expectReads('y', 'a 9ms o', 'z 9ms o', 'a 9ms o');
  });

  it('tells nothing that the server knows, from here or from another device', () => {
    expectReads('y', 'a 999ms b', 'f', '- 999ms b');
    expectReads('y', 'a 999ms b 999ms c', 'z 499ms s', 'a');
  });

  it('waits until it is known how far the room was read', () => {
    expectReads('y', 'a', '- 99ms z', '- 99ms a');
  });

  it('takes the mark from a room that is entered or come back to', () => {
    expectReads('y', 'a', 'm', 'a');
    expectReads('n 99ms y', 'a', 'm', '- 99ms a');
  });

  it('leaves the mark that is set while one looks', () => {
    expectReads('y', 'a', 'f 99ms m', '-');
  });

  it('clears the mark with the unread messages where there are some', () => {
    expectReads('y', 'b', 'm', 'b');
  });
});
