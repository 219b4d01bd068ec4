import { inject } from '@angular/core';
import { Ahead } from './ahead';

/** Fetches code ahead of its first use, once there is time to spare; to be called in an injection context. */
export function fetchAhead(load: () => Promise<unknown>): void {
  void inject(Ahead).fetchLater(load);
}
