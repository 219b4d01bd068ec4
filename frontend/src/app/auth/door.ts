import { afterNextRender, DOCUMENT, ElementRef, inject, Injectable, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { nextPath } from './next-path';

/** What the pages of the door share: where one stands, the way on, and where the next look belongs. */
@Injectable()
export class Door {
  private readonly router = inject(Router);
  private readonly location = inject(DOCUMENT).location;
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  /** The server's address, as its people know it. */
  readonly host = this.location.host;

  /** Goes on to where the person was going. */
  goOn(next: string | undefined): void {
    void this.router.navigateByUrl(nextPath(next, this.location.origin));
  }

  /** Brings the reader to the first such element, once what has just changed is on the screen. */
  focusFirst(selector: string): void {
    const focus = () => this.page.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
