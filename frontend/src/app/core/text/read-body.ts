import { readLine } from './inline';
import { append, type Block, type Inline, type ListItem, type Step } from './nodes';

const FENCE = '```';
const LANGUAGE = /^([\w+#.-]{1,40})[ \t]*\n/u;
const QUOTE = '> ';
const BULLET = /^[-*] (?=\S)/u;
const NUMBER = /^(\d{1,3})[.)] (?=\S)/u;

/**
 * Reads what somebody wrote into a small tree: paragraphs, quotes, lists and code, and in them what is
 * emphasised, linked or mentioned. The marks are those of WhatsApp. Nothing is ever HTML, and nothing is refused:
 * what makes no sense as a mark stays as it was written.
 */
export function readBody(written: string, step: Step = () => undefined): readonly Block[] {
  const body = written.replace(/\r\n?/gu, '\n');
  const blocks: Block[] = [];
  let from = 0;
  for (const fence of fencesIn(body, step)) {
    blocks.push(...readLines(body.slice(from, fence.start), step), fence.block);
    from = fence.end;
  }
  return [...blocks, ...readLines(body.slice(from), step)];
}

/** Code of several lines between fences. One without an end is none. */
function fencesIn(body: string, step: Step) {
  const found: { start: number; end: number; block: Block }[] = [];
  for (let open = body.indexOf(FENCE); open !== -1;) {
    step();
    const close = body.indexOf(FENCE, open + FENCE.length);
    if (close === -1) break;
    const block = codeBlock(body.slice(open + FENCE.length, close));
    if (block) found.push({ start: open, end: close + FENCE.length, block });
    open = body.indexOf(FENCE, close + FENCE.length);
  }
  return found;
}

function codeBlock(content: string): Block | null {
  if (!content.includes('\n') || content.trim() === '') return null;
  const language = LANGUAGE.exec(content);
  const text = language ? content.slice(language[0].length) : content.replace(/^[ \t]*\n/u, '');
  if (text.trim() === '') return { kind: 'code', language: null, text: content.trim() };
  return { kind: 'code', language: language?.[1] ?? null, text: text.trimEnd() };
}

function readLines(part: string, step: Step): Block[] {
  const runs: { kind: LineKind; lines: string[] }[] = [];
  for (const line of part.split('\n')) {
    step();
    const kind = kindOf(line);
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.flatMap(({ kind, lines }) => asBlock(kind, lines, step));
}

type LineKind = 'quote' | 'bullet' | 'number' | 'plain';

function kindOf(line: string): LineKind {
  if (line.startsWith(QUOTE)) return 'quote';
  if (BULLET.test(line)) return 'bullet';
  return NUMBER.test(line) ? 'number' : 'plain';
}

function asBlock(kind: LineKind, lines: readonly string[], step: Step): Block[] {
  if (kind === 'quote')
    return paragraph(
      'quote',
      lines.map((line) => line.slice(QUOTE.length)),
      step,
    );
  if (kind === 'plain') return paragraph('paragraph', lines, step);
  return [{ kind: 'list', isOrdered: kind === 'number', items: lines.map((line) => listItem(line, step)) }];
}

/** Empty lines around it are room, not text. */
function paragraph(kind: 'paragraph' | 'quote', lines: readonly string[], step: Step): Block[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (first === -1) return [];
  const children: Inline[] = [];
  lines.slice(first, last + 1).forEach((line, index) => {
    if (index > 0) append(children, { kind: 'text', text: '\n' });
    for (const node of readLine(line, step)) append(children, node);
  });
  return [{ kind, children }];
}

function listItem(line: string, step: Step): ListItem {
  const number = NUMBER.exec(line);
  const mark = number ?? BULLET.exec(line);
  const marker = number ? Number(number[1]) : null;
  return { marker, children: readLine(line.slice(mark?.[0].length ?? 0), step) };
}
