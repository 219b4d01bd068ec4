import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { ChatStore } from '../rooms/chat-store';
import { Lobby } from '../rooms/lobby';
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
  protected readonly unread = computed(() => this.chat.rooms().reduce((sum, { me }) => sum + (me?.unread ?? 0), 0));
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] || '/';
