import { textOf, type Block } from './nodes';
import { readBody } from './read-body';

/** What may be a mark. Most of what people write has none, and need not be read for it. */
const MARKED = /[*_~`\n]|^[->\d]/u;

/** What somebody wrote as one line without its marks, for where there is no room for more. */
export function plainLine(body: string): string {
  const text = MARKED.test(body) ? readBody(body).map(plainBlock).join(' ') : body;
  return text.trim().replace(/\s+/gu, ' ');
}

function plainBlock(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind !== 'list') return textOf(block.children);
  return block.items
    .map(({ marker, children }) => `${marker === null ? '\u2022' : `${marker}.`} ${textOf(children)}`)
    .join(' ');
}
