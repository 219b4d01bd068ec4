import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../auth/session-store';
import { signingOut } from '../rooms/sign-out/signing-out';
import { fetchAhead } from '../core/fetch-ahead';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Mark } from '../ui/mark';
import type { MenuCall } from '../ui/menu-call';
import { MenuOpener } from '../ui/menu-opener';
import { AccountMenu } from './account-menu';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

const CHATS = '/';
const PLACES: readonly Place[] = [
  { path: CHATS, label: $localize`:@@chats:Chats`, icon: 'chat' },
  { path: '/directory', label: $localize`:@@rooms:Rooms`, icon: 'hash' },
  { path: '/people', label: $localize`:@@people:People`, icon: 'users' },
];

/** Where who looks after the installation sees how it runs. */
const ADMIN: Place = { path: '/admin', label: $localize`:@@admin:Admin`, icon: 'gauge' };

/** The places of the house, and the door out of it. A bar at the bottom of a phone. */
@Component({
  selector: 'parley-rail',
  imports: [AccountMenu, Avatar, Badge, Icon, Mark, MenuOpener, RouterLink],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rail {
  private readonly session = inject(SessionStore);

  /** How many messages wait unread, in all conversations. */
  readonly unread = input(0);
  /** The path that is open; a conversation belongs to the chats. */
  readonly path = input.required<string>();

  protected readonly places = computed(() =>
    (this.session.account()?.admin ? [...PLACES, ADMIN] : PLACES).map((place) => ({
      ...place,
      isCurrent: place.path === CHATS ? isAmongChats(this.path()) : this.path().startsWith(place.path),
      unread: place.path === CHATS ? this.unread() : 0,
    })),
  );
  protected readonly user = this.session.user;
  protected readonly isAtSettings = computed(() => this.path().startsWith('/settings'));
  protected readonly profileLabel = computed(
    () => $localize`:@@yourAccountOf:${this.user()?.displayName ?? ''}:name:, your account`,
  );

  protected readonly menu = signal<MenuCall | null>(null);
  protected readonly leaving = signingOut();

  constructor() {
    fetchAhead(() => import('./account-menu'));
  }
}

const isAmongChats = (path: string): boolean => path === CHATS || path.startsWith('/rooms/');
