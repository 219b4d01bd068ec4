import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionRedirect } from './auth/session-redirect';
import { SessionStore } from './auth/session-store';
import { EmptyState } from './ui/empty-state';

/** The root: the outlet of the routes, and a word to whoever waits for the server before the first of them. */
@Component({
  selector: 'parley-app',
  imports: [EmptyState, RouterOutlet],
  template: `
    @if (session.unreachable()) {
      <main>
        <parley-empty-state heading="Parley does not answer" [level]="1">
          <span role="status">The server cannot be reached. This page tries again by itself.</span>
        </parley-empty-state>
      </main>
    }
    <router-outlet />
  `,
  styles: `
    main {
      display: grid;
      place-items: center;
      height: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly session = inject(SessionStore);

  constructor() {
    inject(SessionRedirect);
  }
}
