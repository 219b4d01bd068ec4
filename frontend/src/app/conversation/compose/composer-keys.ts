import type { Purpose } from './purpose';
import { markOf } from './wrap-selection';

/** What a key does in the composer. */
export type ComposerAct =
  | { readonly type: 'wrap'; readonly mark: string }
  | { readonly type: 'point'; readonly step: 1 | -1 }
  | { readonly type: 'take' | 'closeList' | 'closePicker' | 'dismiss' | 'changeLast' | 'submit' };

/** What a key's meaning hangs on. */
export interface ComposerState {
  readonly isCompleting: boolean;
  readonly isPicking: boolean;
  readonly isEmpty: boolean;
  readonly purpose: Purpose;
  /** Whether Enter by itself breaks the line: on a phone, where the button sends, or because the reader likes it so. */
  readonly entersBreak: boolean;
}

/** What a key means; null leaves it to the field. While an input method composes a character, its keys are its own. */
export function actOf(event: KeyboardEvent, state: ComposerState): ComposerAct | null {
  if (event.isComposing) return null;
  const mark = markOf(event);
  if (mark) return { type: 'wrap', mark };
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return { type: 'submit' };
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return (state.isCompleting && !event.shiftKey ? actInList(event.key) : null) ?? actInField(event, state);
}

function actInList(key: string): ComposerAct | null {
  switch (key) {
    case 'ArrowDown':
      return { type: 'point', step: 1 };
    case 'ArrowUp':
      return { type: 'point', step: -1 };
    case 'Enter':
    case 'Tab':
      return { type: 'take' };
    case 'Escape':
      return { type: 'closeList' };
    default:
      return null;
  }
}

function actInField({ key, shiftKey }: KeyboardEvent, state: ComposerState): ComposerAct | null {
  const { purpose, isPicking, isEmpty, entersBreak } = state;
  switch (key) {
    case 'Escape':
      if (shiftKey) return null;
      if (isPicking) return { type: 'closePicker' };
      return purpose.kind === 'write' || isSaving(purpose) ? null : { type: 'dismiss' };
    case 'ArrowUp':
      return isEmpty && purpose.kind !== 'edit' ? { type: 'changeLast' } : null;
    case 'Enter':
      return shiftKey || entersBreak ? null : { type: 'submit' };
    default:
      return null;
  }
}

/** Whether a changed text is on its way to the server. */
export const isSaving = (purpose: Purpose): boolean => purpose.kind === 'edit' && purpose.isSaving;
