import { LIMITS, type PageQuery } from '#shared';
import * as z from 'zod';
import { invalid } from './domain-error.js';

/** A request for one page: how many rows, and the sort key after which they begin (null = from the start). */
export interface PageRequest<K> {
  readonly limit: number;
  readonly after: K | null;
}

/**
 * Reads `cursor` and `limit` of a query.
 * @param key the schema of the sort key that this list's cursors carry
 * @throws DomainError `validation_failed` at `cursor` for one that this list did not give out
 */
export function pageRequest<K extends z.core.$ZodType>(query: PageQuery, key: K): PageRequest<z.output<K>> {
  return {
    limit: query.limit === undefined ? LIMITS.page.default : Number(query.limit),
    after: query.cursor === undefined ? null : decodeCursor(query.cursor, key),
  };
}

/** How many rows a repository reads for a page: one more than it shows, which tells whether another page follows. */
export const rowsToRead = (page: PageRequest<unknown>): number => page.limit + 1;

/** Cuts rows that were read with `rowsToRead` to the page, and makes the cursor of the following one. */
export function cutPage<Row, K>(
  rows: readonly Row[],
  page: PageRequest<K>,
  keyOf: (row: Row) => K,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return { rows: shown, next: last !== undefined && rows.length > page.limit ? encodeCursor(keyOf(last)) : null };
}

const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

function decodeCursor<K extends z.core.$ZodType>(cursor: string, key: K): z.output<K> {
  const result = z.safeParse(key, readJson(Buffer.from(cursor, 'base64url').toString()));
  if (!result.success) throw invalid('cursor', 'is not a cursor of this list');
  return result.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
