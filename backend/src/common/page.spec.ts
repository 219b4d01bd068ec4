import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { cutPage, pageRequest, rowsToRead } from './page.js';

const Key = z.tuple([z.string(), z.number()]);
const keyOf = (row: number): z.infer<typeof Key> => ['at', row];

describe('pages', () => {
  it('begin at the start and hold fifty unless told otherwise', () => {
    expect(pageRequest({}, Key)).toEqual({ limit: 50, after: null });
    expect(pageRequest({ limit: '3' }, Key).limit).toBe(3);
  });

  it('lead from one to the next by a cursor that holds the last key', () => {
    const page = pageRequest({ limit: '2' }, Key);
    const { rows, next } = cutPage([1, 2, 3], page, keyOf);
    expect(rows).toEqual([1, 2]);
    expect(next).toMatch(/^[\w-]+$/);
    expect(pageRequest({ cursor: next ?? '' }, Key).after).toEqual(['at', 2]);
  });

  it('end where the rows end, even on a full page', () => {
    const page = pageRequest({ limit: '2' }, Key);
    expect(rowsToRead(page)).toBe(3);
    expect(cutPage([1, 2], page, keyOf)).toEqual({ rows: [1, 2], next: null });
    expect(cutPage([], page, keyOf)).toEqual({ rows: [], next: null });
  });

  it('refuse a cursor of another list', () => {
    const cursor = Buffer.from(JSON.stringify('grace')).toString('base64url');
    expect(() => pageRequest({ cursor }, Key)).toThrow(
      expect.objectContaining({ code: 'validation_failed', errors: [expect.objectContaining({ path: 'cursor' })] }),
    );
  });
});
