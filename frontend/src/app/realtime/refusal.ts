import { ERROR_STATUS, type AckError } from '#shared';
import { ApiError } from '../core/api-error';
import { faultsInWords, refusalInWords } from '../core/contract-words';

/** A request over the socket that was not granted, as the error that REST would have answered. */
export const refusal = ({ code, detail, errors }: AckError): ApiError =>
  new ApiError(code, refusalInWords(code, detail), ERROR_STATUS[code], faultsInWords(errors));

/** The error of a request that got no answer; whether the server has acted on it is not known. */
export const unanswered = (): ApiError =>
  new ApiError(
    'unavailable',
    $localize`:@@connectionDown:The connection is down. Parley goes on as soon as it is back.`,
    0,
  );

/** True when the same request may well be granted a little later. */
export const isTemporary = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'unavailable' || error.code === 'rate_limited');
