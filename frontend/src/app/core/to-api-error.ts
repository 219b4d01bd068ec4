import { HttpErrorResponse } from '@angular/common/http';
import { Problem } from '#shared';
import { ApiError } from './api-error';
import { faultsInWords, refusalInWords } from './contract-words';

const UNREACHABLE = $localize`:@@serverUnreachable:The server cannot be reached. Check your connection and try again.`;
const UNWELL = $localize`:@@serverUnwell:The server could not do this just now. Try again in a moment.`;

/**
 * Any failure of a request as an `ApiError`: a problem document in the reader's words, a lost
 * connection or an answer from something else than Parley as `unavailable`.
 */
export function toApiError(failure: unknown): ApiError {
  if (failure instanceof ApiError) return failure;
  if (!(failure instanceof HttpErrorResponse)) return new ApiError('unavailable', UNWELL, 0);
  const problem = Problem.safeParse(failure.error);
  if (problem.success) {
    const { code, detail, status, errors } = problem.data;
    return new ApiError(code, refusalInWords(code, detail), status, faultsInWords(errors));
  }
  if (failure.status === 401) return new ApiError('unauthenticated', $localize`:@@signInToGoOn:Sign in to go on.`, 401);
  return new ApiError('unavailable', failure.status === 0 ? UNREACHABLE : UNWELL, failure.status);
}
