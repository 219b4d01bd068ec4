import type { ErrorCode, FieldError } from '#shared';

/** What the contract, or the server by it, has against a field: it follows the field's label. */
const FAULTS: Readonly<Record<string, string>> = {
  'must not be empty': $localize`:@@faultEmpty:must not be empty`,
  'must not contain NUL or broken characters': $localize`:@@faultBroken:must not contain NUL or broken characters`,
  'may hold letters a to z, digits, and . _ - between them': $localize`:@@faultUsername:may hold letters a to z, digits, and . _ - between them`,
  'is already taken': $localize`:@@faultTaken:is already taken`,
  'is one of the most common passwords': $localize`:@@faultCommon:is one of the most common passwords`,
  'must not be the username': $localize`:@@faultIsUsername:must not be the username`,
  'is a simple pattern, and easy to guess': $localize`:@@faultPattern:is a simple pattern, and easy to guess`,
  'must be a picture: PNG, JPEG or WebP': $localize`:@@faultPicture:must be a picture: PNG, JPEG or WebP`,
  'is nobody here': $localize`:@@faultNobody:is nobody here`,
};

const LEAST = /^must have at least (\d+) characters$/u;
const MOST = /^must have at most (\d+) characters$/u;

/** What is said of a refusal to who does not read English, in which the server writes its own details. */
export const REFUSALS: Readonly<Record<ErrorCode, string>> = {
  validation_failed: $localize`:@@refusedInvalid:What you entered cannot be used like this. Check it and try again.`,
  unauthenticated: $localize`:@@sessionEnded:Your session has ended. Sign in again to go on.`,
  forbidden: $localize`:@@refusedForbidden:You may not do this here. Ask whoever looks after the room.`,
  not_found: $localize`:@@refusedNotFound:This is not here any more, or not open to you.`,
  conflict: $localize`:@@refusedConflict:Something else is there already. Look at it, then try again.`,
  payload_too_large: $localize`:@@refusedTooLarge:This is more than the server takes at once. Make it shorter and try again.`,
  rate_limited: $localize`:@@refusedTooMany:That was a lot at once. Wait a moment and try again.`,
  unavailable: $localize`:@@serverUnwell:The server could not do this just now. Try again in a moment.`,
};

/** A fault of a field in the reader's language: "must have at least 10 characters". */
export function faultInWords(fault: string): string {
  const least = LEAST.exec(fault)?.[1];
  if (least) return $localize`:@@faultShort:must have at least ${least}:min: characters`;
  const most = MOST.exec(fault)?.[1];
  if (most) return $localize`:@@faultLong:must have at most ${most}:max: characters`;
  return FAULTS[fault] ?? (isEnglish() ? fault : $localize`:@@faultOther:is not valid`);
}

/** The faults of a request, in the reader's language. */
export const faultsInWords = (faults: readonly FieldError[] = []): readonly FieldError[] =>
  faults.map((fault) => ({ ...fault, message: faultInWords(fault.message) }));

/** Why the server refused, in the reader's language: its own sentence where that is English. */
export const refusalInWords = (code: ErrorCode, detail: string): string => (isEnglish() ? detail : REFUSALS[code]);

const isEnglish = (): boolean => ($localize.locale ?? 'en') === 'en';
