/** What is looked through: everything, or what the first sign narrows it to. */
export type FindScope = 'all' | 'people' | 'rooms' | 'commands';

export interface FindQuery {
  readonly scope: FindScope;
  readonly text: string;
}

/** The signs that narrow a search. */
export const SCOPE_SIGNS = { people: '@', rooms: '#', commands: '>' } as const;

/** @param hasCommands whether `>` means anything here */
export function findQuery(typed: string, hasCommands: boolean): FindQuery {
  const text = typed.trim();
  const scope = (['people', 'rooms', 'commands'] as const).find((each) => text.startsWith(SCOPE_SIGNS[each]));
  if (!scope || (scope === 'commands' && !hasCommands)) return { scope: 'all', text };
  return { scope, text: text.slice(1).trim() };
}
