import { linksIn, type Atom } from './links';
import type { Step } from './nodes';

/** As the server reads one: no part of an address or a path before it, and no word that goes on behind it. */
const MENTION = /@([a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?)(?![\p{L}\p{N}]|[\w.-]*@)/iuy;
const JOINED = /[\p{L}\p{N}@.+%/-]$/u;
const WORD = /\S+/gu;
/** Most of what people write has neither an address nor a mention, and need not be read for them. */
const MAY_LEAD = /[@/]|\.[\p{L}\p{N}]/u;

/** Code, links and mentions of a line, ascending; none overlaps another. Code goes first, then links. */
export function atomsIn(line: string, step: Step): Atom[] {
  const atoms: Atom[] = [];
  let from = 0;
  for (const code of codeIn(line, step)) {
    atoms.push(...wordsIn(line, from, code.start, step), code);
    from = code.end;
  }
  atoms.push(...wordsIn(line, from, line.length, step));
  return atoms;
}

function codeIn(line: string, step: Step): Atom[] {
  const found: Atom[] = [];
  let start = line.indexOf('`');
  while (start !== -1) {
    step();
    const fence = line.startsWith('```', start) ? '```' : '`';
    const close = line.indexOf(fence, start + fence.length);
    const text = close === -1 ? '' : line.slice(start + fence.length, close);
    const isCode = text.trim() !== '' && !text.startsWith('`');
    // A mark that opens nothing stays as it is, and is not looked at again.
    const end = isCode ? close + fence.length : start + fence.length;
    if (isCode) found.push({ start, end, node: { kind: 'code', text } });
    // Where nothing closes the shortest mark, nothing closes any.
    else if (close === -1 && fence === '`') break;
    start = line.indexOf('`', end);
  }
  return found;
}

function wordsIn(line: string, from: number, to: number, step: Step): Atom[] {
  const part = line.slice(from, to);
  if (!MAY_LEAD.test(part)) return [];
  return [...part.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    step();
    const links = linksIn(word, from + index);
    return links.length > 0 ? links : mentionsIn(word, from + index, step);
  });
}

function mentionsIn(word: string, offset: number, step: Step): Atom[] {
  const found: Atom[] = [];
  for (let at = word.indexOf('@'); at !== -1; at = word.indexOf('@', at + 1)) {
    step();
    if (isJoined(word, at)) continue;
    MENTION.lastIndex = at;
    const [text = '', username = ''] = MENTION.exec(word) ?? [];
    if (!text) continue;
    const start = offset + at;
    found.push({ start, end: start + text.length, node: { kind: 'mention', text, username: username.toLowerCase() } });
  }
  return found;
}

/** Whether what stands before makes a part of an address of it; underscores between are marks. */
function isJoined(word: string, at: number): boolean {
  let before = at;
  while (word[before - 1] === '_') before -= 1;
  return JOINED.test(word.slice(Math.max(0, before - 2), before));
}
