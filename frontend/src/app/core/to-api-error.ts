import { HttpErrorResponse } from '@angular/common/http';
import { Problem } from '#shared';
import { ApiError } from './api-error';

const UNREACHABLE = 'The server cannot be reached. Check your connection and try again.';
const UNWELL = 'The server could not do this just now. Try again in a moment.';

/**
 * Any failure of a request as an `ApiError`: a problem document in its own words, a lost
 * connection or an answer from something else than Parley as `unavailable`.
 */
export function toApiError(failure: unknown): ApiError {
  if (failure instanceof ApiError) return failure;
  if (!(failure instanceof HttpErrorResponse)) return new ApiError('unavailable', UNWELL, 0);
  const problem = Problem.safeParse(failure.error);
  if (problem.success) {
    const { code, detail, status, errors } = problem.data;
    return new ApiError(code, detail, status, errors);
  }
  if (failure.status === 401) return new ApiError('unauthenticated', 'Sign in to go on.', 401);
  return new ApiError('unavailable', failure.status === 0 ? UNREACHABLE : UNWELL, failure.status);
}
