/** A LIKE pattern (with `\` as its escape) for whatever contains `text`; its wildcards stand for themselves. */
export const searchPattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
