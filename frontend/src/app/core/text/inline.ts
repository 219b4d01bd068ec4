import { atomsIn } from './atoms';
import { append, type Emphasis, type Inline, type Step } from './nodes';

const MARKS: Readonly<Record<string, Emphasis>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}]/u;
const SPACE = /\s/u;

/** An emphasis that has begun, and what has come since. */
interface Frame {
  readonly mark: string;
  readonly children: Inline[];
}

/**
 * Reads one line. Marks count at the edges of words only: one opens before something and closes after it, with
 * no letter on its other side. At most one of each kind is open, so that the work grows with the length alone.
 */
export function readLine(line: string, step: Step): readonly Inline[] {
  const frames: Frame[] = [{ mark: '', children: [] }];
  let from = 0;
  const takeText = (to: number): void => {
    append(innermost(frames).children, { kind: 'text', text: line.slice(from, to) });
    from = to + 1;
  };
  const readMarks = (start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      step();
      const mark = line[at] ?? '';
      if (!(mark in MARKS)) continue;
      const isOpen = frames.some((frame) => frame.mark === mark);
      if (isOpen ? !closes(line, at, mark) : !opens(line, at, mark)) continue;
      takeText(at);
      if (isOpen) close(frames, mark, step);
      else frames.push({ mark, children: [] });
    }
  };

  let read = 0;
  for (const { start, end, node } of atomsIn(line, step)) {
    readMarks(read, start);
    takeText(start);
    append(innermost(frames).children, node);
    from = read = end;
  }
  readMarks(read, line.length);
  takeText(line.length);
  while (frames.length > 1) undo(frames, step);
  return innermost(frames).children;
}

function opens(line: string, at: number, mark: string): boolean {
  const [before, after] = [line[at - 1], line[at + 1]];
  if (after === undefined || after === mark || before === mark || SPACE.test(after)) return false;
  return !WORD_BEFORE.test(line.slice(Math.max(0, at - 2), at));
}

function closes(line: string, at: number, mark: string): boolean {
  const [before = ' ', after] = [line[at - 1], line[at + 1]];
  if (before === mark || after === mark || SPACE.test(before)) return false;
  return !WORD_AFTER.test(line.slice(at + 1, at + 3));
}

function close(frames: Frame[], mark: string, step: Step): void {
  while (innermost(frames).mark !== mark) undo(frames, step);
  const { children } = innermost(frames);
  frames.pop();
  append(innermost(frames).children, { kind: MARKS[mark] ?? 'bold', children });
}

/** What was never closed was no mark. */
function undo(frames: Frame[], step: Step): void {
  const { mark, children } = innermost(frames);
  frames.pop();
  const outer = innermost(frames).children;
  append(outer, { kind: 'text', text: mark });
  for (const child of children) {
    step();
    append(outer, child);
  }
}

const innermost = (frames: readonly Frame[]): Frame => frames.at(-1) as Frame;
