import { ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { PageReload } from './page-reload';
import { ServerProbe } from './server-probe';

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
  private readonly server = inject(ServerProbe);
  private readonly latest = signal<Failure | null>(null);
  private readonly seen = new Set<string>();
  private isLeaving = false;

  readonly current = this.latest.asReadonly();

  override handleError(error: unknown): void {
    const detail = detailOf(error);
    if (this.isLeaving || detail.includes(HARMLESS)) return;
    if (!MISSING.test(detail)) return this.tell('unexpected', detail, error);
    void this.fetchAnew().then((isLeaving) => {
      if (!isLeaving) this.tell('missing', detail, error);
    });
  }

  /** What kept a page from opening: where its code is gone, the page is loaded from the server. */
  onTheWay(error: unknown, address: string): void {
    if (MISSING.test(detailOf(error))) void this.fetchAnew(address);
  }

  dismiss(): void {
    this.latest.set(null);
  }

  private tell(kind: Failure['kind'], detail: string, error: unknown): void {
    if (!this.seen.has(detail)) super.handleError(error);
    this.seen.add(detail);
    this.latest.set({ kind, detail });
  }

  /** Without an answer of the server the page would only be lost. */
  private async fetchAnew(address?: string): Promise<boolean> {
    const canLoad = await this.server.answers();
    this.isLeaving ||= canLoad && this.reload.byItself(address);
    return this.isLeaving;
  }
}

function detailOf(error: unknown): string {
  const reason = error instanceof PromiseRejectionEvent ? (error.reason as unknown) : error;
  if (reason instanceof Error) return reason.stack?.includes(reason.message) ? reason.stack : String(reason);
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}
