import { signal } from '@angular/core';
import type { Unread } from './grouping';
import { lineWhileAway, movingLine } from './moving-line';

const line = (afterSeq: number, count: number): Unread => ({ afterSeq, count });

describe('the line above what is unread, while nobody looks', () => {
  it('goes before the first message that comes, and counts on', () => {
    const first = lineWhileAway(null, { lastSeq: 61, readSeq: 60 }, 60);
    expect(first).toEqual(line(60, 1));
    expect(lineWhileAway(first, { lastSeq: 64, readSeq: 60 }, 60)).toEqual(line(60, 4));
  });

  it('stays where nothing comes, although what was seen last is told as read only then', () => {
    expect(lineWhileAway(line(50, 10), { lastSeq: 60, readSeq: 55 }, 60)).toEqual(line(50, 10));
    expect(lineWhileAway(line(50, 10), { lastSeq: 60, readSeq: 60 }, 60)).toEqual(line(50, 10));
    expect(lineWhileAway(null, { lastSeq: 60, readSeq: 59 }, 60)).toBeNull();
  });

  it('stays above what was read in part, and begins anew where all below it was read', () => {
    expect(lineWhileAway(line(50, 10), { lastSeq: 62, readSeq: 55 }, 55)).toEqual(line(50, 10));
    expect(lineWhileAway(line(50, 10), { lastSeq: 62, readSeq: 60 }, 60)).toEqual(line(60, 2));
  });

  it('follows what is read in another tab or on another device', () => {
    expect(lineWhileAway(line(50, 10), { lastSeq: 60, readSeq: 58 }, 50)).toEqual(line(58, 2));
    expect(lineWhileAway(line(50, 10), { lastSeq: 60, readSeq: 60 }, 50)).toBeNull();
  });
});

describe('the line above what is unread', () => {
  const entry = { roomId: 'r-1', unread: line(50, 10) };
  const at = (isHere: boolean, lastSeq: number, readSeq: number) => ({ entry, isHere, reading: { lastSeq, readSeq } });

  it('stays where it was when the reader came in while they look', () => {
    const moment = signal(at(true, 60, 50));
    const moving = movingLine(moment, signal(60));
    moment.set(at(true, 65, 65));
    expect(moving()).toEqual(line(50, 10));
  });

  it('goes before what has come since the reader looked away, however much of it is on the screen', () => {
    const moment = signal(at(true, 60, 60));
    const seen = signal(60);
    const moving = movingLine(moment, seen);
    expect(moving()).toEqual(line(50, 10));
    moment.set(at(false, 60, 60));
    expect(moving()).toEqual(line(50, 10));
    seen.set(63);
    moment.set(at(false, 63, 60));
    expect(moving()).toEqual(line(60, 3));
    moment.set(at(true, 63, 63));
    expect(moving()).toEqual(line(60, 3));
  });

  it('begins anew with the reader', () => {
    const moment = signal(at(true, 60, 60));
    const moving = movingLine(moment, signal(60));
    expect(moving()).toEqual(line(50, 10));
    moment.set({ ...at(true, 60, 60), entry: { roomId: 'r-2', unread: line(3, 1) } });
    expect(moving()).toEqual(line(3, 1));
  });
});
