import { DOCUMENT, inject, Injectable } from '@angular/core';

const KEY = 'parley.reloaded-at';
const NOT_AGAIN_WITHIN_MS = 60_000;

/** Loads the page anew. What happens by itself happens at most once a minute, so that no fault makes it go round. */
@Injectable({ providedIn: 'root' })
export class PageReload {
  private readonly window = inject(DOCUMENT).defaultView;

  now(): void {
    this.window?.location.reload();
  }

  /**
   * Reloads, or goes to an address of this server by loading it, unless that happened a moment ago.
   * @returns whether the page is on its way out
   */
  byItself(address?: string): boolean {
    if (!this.window || this.happenedJustNow(this.window)) return false;
    if (address === undefined) this.window.location.reload();
    else this.window.location.assign(address);
    return true;
  }

  /** Where nothing can be kept, nothing happens by itself. */
  private happenedJustNow({ sessionStorage }: Window): boolean {
    try {
      const since = Date.now() - Number(sessionStorage.getItem(KEY) ?? 0);
      if (since < NOT_AGAIN_WITHIN_MS) return true;
      sessionStorage.setItem(KEY, String(Date.now()));
      return false;
    } catch {
      return true;
    }
  }
}
