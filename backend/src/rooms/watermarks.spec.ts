import { describe, expect, it, vi } from 'vitest';
import type { MembersRepository, RoomMarks } from './members.repository.js';
import { Watermarks } from './watermarks.js';

const marksOf = (roomId: string, readSeq: number): RoomMarks => ({
  roomId,
  memberCount: 300,
  watermark: { readSeq, deliveredSeq: readSeq + 1 },
});

describe('the watermarks of large rooms', () => {
  it('are read together, and once for all who ask within a moment', async () => {
    const marks = vi.fn(() => Promise.resolve([marksOf('hall', 4), marksOf('yard', 7)]));
    const watermarks = new Watermarks({ marks } as unknown as MembersRepository);
    const [first, second] = await Promise.all([watermarks.of(['hall', 'yard']), watermarks.of(['yard'])]);
    expect(marks.mock.calls).toEqual([[['hall', 'yard']]]);
    expect(first.get('hall')).toEqual({ readSeq: 4, deliveredSeq: 5 });
    expect(second.get('yard')).toEqual({ readSeq: 7, deliveredSeq: 8 });
  });

  it('ask nobody where there is no large room', async () => {
    const marks = vi.fn(() => Promise.resolve([]));
    expect(await new Watermarks({ marks } as unknown as MembersRepository).of([])).toEqual(new Map());
    expect(marks).not.toHaveBeenCalled();
  });
});
