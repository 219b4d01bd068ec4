import { DestroyRef, inject, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, EMPTY, exhaustMap, finalize, type Observable, Subject, tap } from 'rxjs';
import type { ApiError } from './api-error';
import { toApiError } from './to-api-error';

/** A form's way to the server: one request at a time, and what came of it. */
export interface Submission<I> {
  readonly busy: Signal<boolean>;
  /** Why the last request failed; null from the next submit on. */
  readonly error: Signal<ApiError | null>;
  /** Sends, unless a request is under way. */
  submit(input: I): void;
}

export interface SubmissionSteps<I, O> {
  send(input: I): Observable<O>;
  done(output: O): void;
  failed?(error: ApiError): void;
}

/** Makes a submission that lives as long as the component or service that calls this in its injection context. */
export function submission<I, O>(steps: SubmissionSteps<I, O>): Submission<I> {
  const inputs = new Subject<I>();
  const busy = signal(false);
  const error = signal<ApiError | null>(null);

  const send = (input: I): Observable<O> => {
    busy.set(true);
    error.set(null);
    return steps.send(input).pipe(
      tap((output) => steps.done(output)),
      catchError((failure: unknown) => {
        const reason = toApiError(failure);
        error.set(reason);
        steps.failed?.(reason);
        return EMPTY;
      }),
      finalize(() => busy.set(false)),
    );
  };
  inputs.pipe(exhaustMap(send), takeUntilDestroyed(inject(DestroyRef))).subscribe();

  return { busy: busy.asReadonly(), error: error.asReadonly(), submit: (input) => inputs.next(input) };
}
