import type { ErrorCode } from '#shared';
import { ApiError } from './api-error';

/** What a reader is told where the server's own detail is made for programs. */
const SENTENCES: Partial<Record<ErrorCode, string>> = {
  unauthenticated: $localize`:@@sessionEnded:Your session has ended. Sign in again to go on.`,
  payload_too_large: $localize`:@@refusedTooLarge:This is more than the server takes at once. Make it shorter and try again.`,
  rate_limited: $localize`:@@refusedTooMany:That was a lot at once. Wait a moment and try again.`,
};

/** An error as one sentence for the reader. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return $localize`:@@somethingWrong:Something went wrong here. Reload the page and try again.`;
  }
  return SENTENCES[error.code] ?? asSentence(error.detail);
}

/**
 * What is wrong with each field, by its path, as sentences that begin with the field's label:
 * `{ password: 'Password must have at least 10 characters.' }`. Fields without a label are left out.
 */
export function fieldSentences<F extends string>(
  error: ApiError,
  labels: Readonly<Record<F, string>>,
): Partial<Record<F, string>> {
  const sentences: Partial<Record<F, string>> = {};
  for (const field of Object.keys(labels) as F[]) {
    const fault = error.errors.find(({ path }) => path === field);
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
