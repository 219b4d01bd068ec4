import type { ErrorCode, FieldError } from '#shared';

/** Why a request did not succeed, in the contract's words; `status` is 0 where no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly status: number,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
  }
}
