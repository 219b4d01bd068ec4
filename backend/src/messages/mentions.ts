import { LIMITS } from '#shared';

/** Who names more people than this in one message addresses nobody in particular. */
const MAX_NAMES = 100;

/**
 * `@` and what may be a username. What stands before it must not make it an address or a path (`ada@example.org`,
 * `/@ada`), and what follows must not go on with the word or make it one; signs of formatting around it are none of it.
 */
const MENTION = /(?<![\p{L}\p{N}@.+%/-]_*)@([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?![\p{L}\p{N}]|[\w.-]*@)/giu;

/** The usernames that a body mentions by `@username`, each once, in lower case. Whether they are anybody's is not asked. */
export function usernamesIn(body: string): string[] {
  if (!body.includes('@')) return [];
  const names = [...body.matchAll(MENTION)].map(([, name = '']) => name.toLowerCase());
  const { min, max } = LIMITS.username;
  return [...new Set(names)].filter(({ length }) => length >= min && length <= max).slice(0, MAX_NAMES);
}

/** How a message's row holds the users whom it mentions. */
export const mentionsColumn = (userIds: readonly string[]): string | null =>
  userIds.length === 0 ? null : JSON.stringify(userIds);
