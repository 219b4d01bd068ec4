import { computed } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, skip, type Observable } from 'rxjs';

/** Emits each time that something becomes true, from now on; to be called in an injection context. */
export const turns = (is: () => boolean): Observable<boolean> =>
  toObservable(computed(is)).pipe(skip(1), filter(Boolean));
