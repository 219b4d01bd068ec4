import { effect, inject } from '@angular/core';
import { SPARE_TIME } from './spare-time';

/** Fetches code ahead of its first use, once there is time to spare; to be called in an injection context. */
export function fetchAhead(load: () => Promise<unknown>): void {
  const isSpare = inject(SPARE_TIME);
  const ahead = effect(() => {
    if (!isSpare()) return;
    ahead.destroy();
    // What could not be fetched ahead is fetched when it is needed.
    load().catch(() => undefined);
  });
}
