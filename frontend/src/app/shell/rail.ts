import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../auth/session-store';
import { errorSentence } from '../core/error-text';
import { submission } from '../core/submission';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Mark } from '../ui/mark';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

const CHATS = '/';
const PLACES: readonly Place[] = [
  { path: CHATS, label: 'Chats', icon: 'chat' },
  { path: '/directory', label: 'Rooms', icon: 'hash' },
  { path: '/people', label: 'People', icon: 'users' },
];

/** Where who looks after the installation sees how it runs. */
const ADMIN: Place = { path: '/admin', label: $localize`:@@admin:Admin`, icon: 'gauge' };

/** The places of the house, and the door out of it. A bar at the bottom of a phone. */
@Component({
  selector: 'parley-rail',
  imports: [Avatar, Badge, Icon, Mark, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip, RouterLink],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rail {
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(MatSnackBar);

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
  protected readonly profileLabel = computed(() => `${this.user()?.displayName ?? ''}, your account`);

  protected readonly leaving = submission({
    send: () => this.session.signOut(),
    done: () => this.snackBar.dismiss(),
    failed: (error) => this.snackBar.open(errorSentence(error), 'Close', { duration: 8_000 }),
  });
}

const isAmongChats = (path: string): boolean => path === CHATS || path.startsWith('/rooms/');
