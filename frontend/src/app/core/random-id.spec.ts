import * as z from 'zod/mini';
import { randomId } from './random-id';

describe('randomId', () => {
  it('makes UUIDs of version 4, and never the same twice', () => {
    const ids = Array.from({ length: 200 }, randomId);
    expect(ids.filter((id) => !z.uuidv4().safeParse(id).success)).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });
});
