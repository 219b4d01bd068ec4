import { retry, throwError, timer, type MonoTypeOperatorFunction } from 'rxjs';
import { retryDelay } from './backoff';
import { isTemporary } from './refusal';

/** Asks again for what could not be granted just now, after waits that grow; any other refusal passes through at once. */
export const retryWhileTemporary = <T>(times = Infinity): MonoTypeOperatorFunction<T> =>
  retry({
    count: times,
    delay: (error: unknown, failures) => (isTemporary(error) ? timer(retryDelay(failures)) : throwError(() => error)),
  });
