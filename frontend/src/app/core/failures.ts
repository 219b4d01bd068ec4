import { ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { PageReload } from './page-reload';

/** Something that nobody has dealt with. `missing`: a part of the client could not be fetched. */
export interface Failure {
  readonly kind: 'unexpected' | 'missing';
  /** What a developer wants to know. */
  readonly detail: string;
}

/** How browsers say that a part of the program could not be loaded. */
const MISSING = /dynamically imported module|importing a module script failed|NG0?750/iu;
/** A browser's remark on layout, which goes on all the same. */
const HARMLESS = 'ResizeObserver loop';

/**
 * Takes every error that nobody has dealt with: logs each once, and holds the newest for the page to tell of. A part of the
 * client that is gone from the server, since a newer one is there, is fetched with the whole page, once.
 */
@Injectable({ providedIn: 'root' })
export class Failures extends ErrorHandler {
  private readonly reload = inject(PageReload);
  private readonly latest = signal<Failure | null>(null);
  private readonly seen = new Set<string>();
  private isLeaving = false;

  readonly current = this.latest.asReadonly();

  override handleError(error: unknown): void {
    const detail = detailOf(error);
    if (this.isLeaving || detail.includes(HARMLESS)) return;
    const isMissing = MISSING.test(detail);
    if (isMissing && this.fetchAnew()) return;
    if (!this.seen.has(detail)) super.handleError(error);
    this.seen.add(detail);
    this.latest.set({ kind: isMissing ? 'missing' : 'unexpected', detail });
  }

  /** What kept a page from opening: where its code is gone, the page is loaded from the server. */
  onTheWay(error: unknown, address: string): void {
    if (MISSING.test(detailOf(error))) this.fetchAnew(address);
  }

  dismiss(): void {
    this.latest.set(null);
  }

  /** Without a network the page would only be lost. */
  private fetchAnew(address?: string): boolean {
    this.isLeaving ||= navigator.onLine && this.reload.byItself(address);
    return this.isLeaving;
  }
}

function detailOf(error: unknown): string {
  const reason = error instanceof PromiseRejectionEvent ? (error.reason as unknown) : error;
  if (reason instanceof Error) return reason.stack?.includes(reason.message) ? reason.stack : String(reason);
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}
