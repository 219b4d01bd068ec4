import { isChord, type Chord } from '../../core/chord';
import type { TextChange } from './replace-text';

/** A text with a part of it selected. */
export interface Selection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The signs of formatting by the keys that set them, as messages have them. */
const MARKS: Readonly<Record<Chord, string>> = { 'Mod+B': '*', 'Mod+I': '_', 'Mod+Shift+X': '~' };

/** The sign that a keystroke asks for, with Ctrl or with Cmd; null for any other. */
export function markOf(event: KeyboardEvent): string | null {
  const found = Object.entries(MARKS).find(([chord]) => isChord(chord, event, event.metaKey));
  return found?.[1] ?? null;
}

/** Puts a sign around what is selected, or takes it away where it stands already; white space at the ends stays outside. */
export function wrapSelection({ text, start, end }: Selection, mark: string): TextChange {
  const chosen = text.slice(start, end);
  const inner = chosen.trim();
  const from = inner ? start + chosen.indexOf(inner) : start;
  const to = inner ? from + inner.length : end;
  if (text.slice(0, from).endsWith(mark) && text.slice(to).startsWith(mark)) return unwrapped(inner, from, to, mark);
  if (inner.length > 2 * mark.length && inner.startsWith(mark) && inner.endsWith(mark)) {
    const bare = inner.slice(mark.length, -mark.length);
    return { from, to, text: bare, select: { start: from, end: from + bare.length } };
  }
  const at = from + mark.length;
  return { from, to, text: mark + (inner || chosen) + mark, select: { start: at, end: at + (inner || chosen).length } };
}

function unwrapped(inner: string, from: number, to: number, mark: string): TextChange {
  const start = from - mark.length;
  return { from: start, to: to + mark.length, text: inner, select: { start, end: start + inner.length } };
}
