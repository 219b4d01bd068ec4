import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { AccountNews } from '../auth/account-news';
import { TabTitle } from '../core/tab-title';
import { ChatStore } from '../rooms/chat-store';
import { DeliveredReporter } from '../rooms/delivered-reporter';
import { Lobby } from '../rooms/lobby';
import { waitingInAll } from '../rooms/preferences';
import { Today } from '../rooms/today';
import { ConnectionBanner } from './connection-banner';
import { Rail } from './rail';

/** The house of the signed-in: the rail, the list of conversations, and beside it what is open. */
@Component({
  selector: 'parley-shell',
  imports: [ConnectionBanner, Lobby, Rail, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '[class.at-list]': 'isAtList()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly chat = inject(ChatStore);
  private readonly router = inject(Router);
  private readonly today = inject(Today);
  /** The path that is open, without query and fragment. */
  protected readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => pathOf(urlAfterRedirects)),
    ),
    { initialValue: pathOf(this.router.url) },
  );

  /** On a phone one pane shows at a time: the list on its own path, what is open on any other. */
  protected readonly isAtList = computed(() => this.path() === '/');
  /** How much waits in the conversations that may say so. */
  protected readonly waiting = computed(() => waitingInAll(this.chat.rooms(), this.today.minute()));

  constructor() {
    const tab = inject(TabTitle);
    inject(AccountNews);
    inject(DeliveredReporter);
    effect(() => tab.count(this.waiting()));
    inject(DestroyRef).onDestroy(() => tab.count(0));
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] || '/';
