import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { searchPattern } from '../common/search-pattern.js';

/**
 * Narrows a query to people whose username or display name contains `text`; an empty text means everybody.
 * @param user the alias under which the query knows the users
 */
export function namedLike<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  user: string,
  text: string,
): SelectQueryBuilder<Row> {
  if (text === '') return query;
  return query.andWhere(
    `(${user}.username LIKE LOWER(:pattern) ESCAPE '\\' OR LOWER(${user}.displayName) LIKE LOWER(:pattern) ESCAPE '\\')`,
    { pattern: searchPattern(text) },
  );
}
