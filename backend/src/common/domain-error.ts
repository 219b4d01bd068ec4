import type { ErrorCode, FieldError } from '#shared';

interface Extras {
  /** What is wrong with which field of the request. */
  readonly errors?: readonly FieldError[];
  /** When it makes sense to try again. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** What a feature throws to refuse a request: a code of the contract and a sentence for a person. */
export class DomainError extends Error {
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    { errors, retryAfterSeconds, cause }: Extras = {},
  ) {
    super(detail, { cause });
    this.name = new.target.name;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A bug: nothing that a request may cause. Its cause goes to the log and never to the caller. */
export class UnexpectedError extends DomainError {
  constructor(cause: unknown) {
    super('unavailable', 'Something went wrong on the server. It has been logged; please try again.', { cause });
  }
}

/** A request that does not fit its schema; `errors` name the fields. */
export const validationFailed = (errors: readonly FieldError[]): DomainError =>
  new DomainError('validation_failed', 'The request is not valid.', { errors });

/** One field is not as it has to be. */
export const invalid = (path: string, message: string): DomainError => validationFailed([{ path, message }]);

export const unauthenticated = (detail = 'Please sign in first.'): DomainError =>
  new DomainError('unauthenticated', detail);

export const forbidden = (detail = 'You may not do this.'): DomainError => new DomainError('forbidden', detail);

/** Absent, or nothing that the caller may know of: the answer is the same. */
export const notFound = (detail = 'There is nothing here.'): DomainError => new DomainError('not_found', detail);

/** Something else stands where the request wants to go; `path` names the field that collides. */
export const conflict = (path: string, message: string): DomainError =>
  new DomainError('conflict', 'The request collides with what is already there.', { errors: [{ path, message }] });

export const payloadTooLarge = (): DomainError =>
  new DomainError('payload_too_large', 'The request is larger than the server reads.');

export const rateLimited = (retryAfterSeconds: number): DomainError =>
  new DomainError('rate_limited', 'Too many attempts. Please wait a moment and try again.', { retryAfterSeconds });

/** Something that the server needs is not there at the moment. */
export const unavailable = (detail = 'The server cannot answer at the moment.', retryAfterSeconds = 5): DomainError =>
  new DomainError('unavailable', detail, { retryAfterSeconds });
