import { LIMITS } from '#shared';
import { readersLocale } from '../../ui/readers-locale';
import type { Purpose } from './purpose';

/** A line under the field. */
export interface Notice {
  readonly text: string;
  /** Whether it says what is in the way. */
  readonly isProblem: boolean;
}

/** From here on the composer says how much room is left. */
const COUNTED_LEFT = 200;

/** How many characters a text has, as the server counts them. */
export const lengthOf = (text: string): number => [...text.trim()].length;

/**
 * What there is to say about the text; empty for nothing.
 *
 * @param isFileRefused whether a picture or a file has just been brought here
 */
export function noticeFor(text: string, purpose: Purpose, isFileRefused = false): Notice {
  if (isFileRefused) return plain($localize`:@@noFilesYet:Pictures and files cannot be sent yet, only text.`);
  const left = LIMITS.body.max - lengthOf(text);
  if (left < 0) return problem(tooLong(-left));
  if (purpose.kind === 'edit') {
    if (purpose.problem) return problem(purpose.problem);
    if (purpose.isSaving) return plain($localize`:@@savingMessage:Saving`);
    if (text.trim() === '')
      return plain($localize`:@@nothingToSave:Write something to save, or delete the message from its menu.`);
  }
  return plain(left <= COUNTED_LEFT ? $localize`:@@charactersLeft:${left}:count: left` : '');
}

function tooLong(over: number): string {
  const max = LIMITS.body.max.toLocaleString(readersLocale());
  return $localize`:@@messageTooLong:A message can have ${max}:max: characters. Take out ${over}:over:, or send it in parts.`;
}

const plain = (text: string): Notice => ({ text, isProblem: false });
const problem = (text: string): Notice => ({ text, isProblem: true });
