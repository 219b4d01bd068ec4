import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionRedirect } from './auth/session-redirect';
import { SessionStore } from './auth/session-store';
import { Appearance } from './core/appearance';
import { PageFont } from './core/page-font';
import { Notices } from './shell/notices';
import { StayCurrent } from './shell/stay-current';
import { EmptyState } from './ui/empty-state';

/** The root: the outlet of the routes, and a word to whoever waits for the server before the first of them. */
@Component({
  selector: 'parley-app',
  imports: [EmptyState, Notices, RouterOutlet],
  template: `
    @if (session.unreachable()) {
      <main>
        <parley-empty-state i18n-heading="@@noAnswer" heading="Parley does not answer" [level]="1">
          <span role="status" i18n="@@noAnswerNote"
            >The server cannot be reached. This page tries again by itself.</span
          >
        </parley-empty-state>
      </main>
    }
    <router-outlet />
    <parley-notices />
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
    inject(Appearance);
    inject(PageFont);
    inject(SessionRedirect);
    inject(StayCurrent);
  }
}
