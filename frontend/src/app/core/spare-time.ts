import { ApplicationRef, inject, InjectionToken, type Signal, signal } from '@angular/core';

interface Network {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
}

const SOON_MS = 1_000;

/** True once the page stands and the browser has nothing better to do; never where data is dear or slow. */
export const SPARE_TIME = new InjectionToken<Signal<boolean>>('spare-time', {
  providedIn: 'root',
  factory: () => {
    const isSpare = signal(false);
    if (!isDear())
      void inject(ApplicationRef)
        .whenStable()
        .then(() => onIdle(() => isSpare.set(true)));
    return isSpare.asReadonly();
  },
});

function isDear(): boolean {
  const { connection } = navigator as Network;
  return connection?.saveData === true || connection?.effectiveType?.includes('2g') === true;
}

/** Safari cannot say when it has nothing to do. */
function onIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run);
  else setTimeout(run, SOON_MS);
}
