import { InjectionToken } from '@angular/core';
import { from, map, type Observable } from 'rxjs';
import type { Wire } from './socket';

export type { Wire };

/** Makes the socket. Its code is fetched beside the page's: what is held on the device shows without it. */
export const WIRE = new InjectionToken<() => Observable<Wire>>('wire', {
  providedIn: 'root',
  factory: () => () => from(import('./socket')).pipe(map(({ openSocket }) => openSocket())),
});
