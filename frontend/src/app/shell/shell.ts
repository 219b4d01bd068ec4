import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { AccountNews } from '../auth/account-news';
import { TabTitle } from '../core/tab-title';
import { NotificationHint } from '../notifications/notification-hint';
import { Notifier } from '../notifications/notifier';
import { Quiet } from '../notifications/quiet';
import { QuietSign } from '../notifications/quiet-sign';
import { ChatStore } from '../rooms/store/chat-store';
import { DeliveredReporter } from '../rooms/receipts/delivered-reporter';
import { HiddenReads } from '../rooms/receipts/hidden-reads';
import { Lobby } from '../rooms/lobby/lobby';
import { MuteEnds } from '../rooms/mute-ends';
import { waitingInAll } from '../rooms/preferences';
import { Today } from '../rooms/today';
import { ConnectionBanner } from './connection-banner';
import { LobbyMenu } from './lobby-menu';
import { LookWhenBack } from './look-when-back';
import { OverlayLandmark } from './overlay-landmark';
import { Rail } from './rail';
import { ShellKeys } from './shell-keys';

/** The house of the signed-in: the rail, the list of conversations, and beside it what is open. */
@Component({
  selector: 'parley-shell',
  imports: [ConnectionBanner, Lobby, LobbyMenu, NotificationHint, QuietSign, Rail, RouterOutlet],
  providers: [LookWhenBack, ShellKeys],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '[class.at-list]': 'isAtList()', '[class.own-list]': 'hasOwnList()', '[class.with-bar]': 'hasBar()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly chat = inject(ChatStore);
  private readonly router = inject(Router);
  private readonly today = inject(Today);
  protected readonly quiet = inject(Quiet);
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
  /** The settings bring a list of their own, in the place of the conversations. */
  protected readonly hasOwnList = computed(() => /^\/settings(\/|$)/.test(this.path()));
  /** On a phone the bar of the places stands below the lists. */
  protected readonly hasBar = computed(() => this.isAtList() || this.path() === '/settings');
  /** How much waits in the conversations that may say so. */
  protected readonly waiting = computed(() => waitingInAll(this.chat.rooms(), this.today.minute()));

  constructor() {
    const tab = inject(TabTitle);
    inject(AccountNews);
    inject(ShellKeys);
    inject(LookWhenBack);
    inject(DeliveredReporter);
    inject(HiddenReads);
    inject(MuteEnds);
    inject(Notifier);
    inject(OverlayLandmark);
    effect(() => tab.count(this.waiting()));
    inject(DestroyRef).onDestroy(() => tab.count(0));
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] || '/';
