import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { Icon } from '../ui/icon';
import { SECTIONS } from './sections';

/** The settings: the list of their pages, and the one that is open beside it. On a phone one of both shows. */
@Component({
  selector: 'parley-settings-frame',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './settings-frame.html',
  styleUrl: './settings-frame.css',
  host: { '[class.at-list]': 'isAtList()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsFrame {
  private readonly router = inject(Router);

  protected readonly sections = SECTIONS;
  protected readonly user = inject(SessionStore).user;
  protected readonly isAtList = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => isList(this.router.url)),
    ),
    { initialValue: isList(this.router.url) },
  );
}

const isList = (url: string): boolean => /^\/settings\/?([?#]|$)/.test(url);
