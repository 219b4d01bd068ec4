import type { ErrorCode, FieldError } from '#shared';
import { ApiError } from './api-error';
import { REFUSALS } from './contract-words';

/** Of these the server's own detail is made for programs: every reader is told in our words. */
const FOR_PROGRAMS: readonly ErrorCode[] = ['unauthenticated', 'payload_too_large', 'rate_limited'];

/** An error as one sentence for the reader. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return $localize`:@@somethingWrong:Something went wrong here. Reload the page and try again.`;
  }
  return FOR_PROGRAMS.includes(error.code) ? REFUSALS[error.code] : asSentence(error.detail);
}

/**
 * What the server or the contract (`contractFaults`) has against each field, by its path, as sentences that begin with the field's label:
 * `{ password: 'Password must have at least 10 characters.' }`. Fields without a label are left out.
 */
export function fieldSentences<F extends string>(
  { errors }: { readonly errors: readonly FieldError[] },
  labels: Readonly<Record<F, string>>,
): Partial<Record<F, string>> {
  const sentences: Partial<Record<F, string>> = {};
  for (const field of Object.keys(labels) as F[]) {
    const fault = errors.find(({ path }) => path === field);
    if (fault) sentences[field] = asSentence(`${labels[field]} ${fault.message}`);
  }
  return sentences;
}

/** The words with a capital at the start and a full stop at the end. */
export function asSentence(words: string): string {
  const text = words.trim();
  const ended = /[.?!]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toLocaleUpperCase() + ended.slice(1);
}
