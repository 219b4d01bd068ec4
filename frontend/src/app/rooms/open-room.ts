import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

const ROOM_PATH = /^\/rooms\/([^/?#]+)/u;

/** Which room's page is open. */
@Injectable({ providedIn: 'root' })
export class OpenRoom {
  private readonly router = inject(Router);

  /** Its id; null on any other page. */
  readonly id = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => roomIn(urlAfterRedirects)),
    ),
    { initialValue: roomIn(this.router.url) },
  );
}

const roomIn = (url: string): string | null => ROOM_PATH.exec(url)?.[1] ?? null;
