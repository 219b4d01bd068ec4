import { ApplicationRef, inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { whenIdle } from './idle';
import { PAINTED } from './painted';

type Load = () => Promise<unknown>;

interface Network {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
}

/**
 * Fetches things ahead of their first use, in the order of need: what the next click is likely to need once the page is painted,
 * all else once that is here and the browser has nothing better to do. Nothing where data is dear or slow. What could not be
 * fetched ahead is fetched when it is needed.
 */
@Injectable({ providedIn: 'root' })
export class Ahead {
  private readonly isDear = isDear();
  private readonly next: Promise<unknown>[] = [];
  private readonly later: Promise<unknown>[] = [];
  private readonly paint = inject(PAINTED);
  private readonly stands = inject(ApplicationRef)
    .whenStable()
    .then(() => firstValueFrom(this.paint));
  private readonly spare = this.stands.then(() => Promise.all(this.next)).then(idle);

  /** Resolves once all is here that was to be fetched ahead. */
  readonly done = this.spare.then(() => Promise.all(this.later)).then(idle);

  /** Fetches as soon as the page is painted. */
  fetchNext(load: Load): Promise<unknown> {
    return this.fetch(load, this.stands, this.next);
  }

  /** Fetches once there is time to spare. */
  fetchLater(load: Load): Promise<unknown> {
    return this.fetch(load, this.spare, this.later);
  }

  private fetch(load: Load, time: Promise<unknown>, among: Promise<unknown>[]): Promise<unknown> {
    const fetched = this.isDear ? Promise.resolve() : time.then(load).catch(() => undefined);
    among.push(fetched);
    return fetched;
  }
}

function isDear(): boolean {
  const { connection } = navigator as Network;
  return connection?.saveData === true || connection?.effectiveType?.includes('2g') === true;
}

const idle = (): Promise<unknown> => firstValueFrom(whenIdle(), { defaultValue: undefined });
