import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { fetchAhead } from '../../core/fetch-ahead';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { SHORTCUTS } from '../../core/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Keys } from '../../ui/keys';
import { Mark } from '../../ui/mark';
import type { MenuCall } from '../../ui/menu-call';
import { MenuOpener } from '../../ui/menu-opener';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { ArrowKeys } from './arrow-keys';
import { CalmOrder } from './calm-order';
import { drawnRows } from './drawn-rows';
import { Finder } from '../find/finder';
import { KeepFocus } from './keep-focus';
import { LobbyFinds } from './lobby-finds';
import { LobbyFilters } from './lobby-filters';
import { LobbySteps } from './lobby-steps';
import { LobbyStore } from './lobby-store';
import { LongPress } from '../menu/long-press';
import { NewChatMenu } from './new-chat-menu';
import { RoomLine } from './room-line';
import { RoomMenu } from '../menu/room-menu';
import { roomMenuCall, type RoomMenuCall } from '../menu/room-menu-call';
import { optionsLabel } from '../room-names';
import { RowsInSight } from './rows-in-sight';
import { ViewReporter } from '../signs/view-reporter';

/**
 * The reader's conversations, newest first, and the ways to a new one. What is given with `head` stands in its header,
 * anything else above the rows.
 */
@Component({
  selector: 'parley-lobby',
  imports: [
    ArrowKeys,
    CalmOrder,
    EmptyState,
    Icon,
    KeepFocus,
    Keys,
    LobbyFilters,
    LobbyFinds,
    LongPress,
    Mark,
    MatButton,
    MenuOpener,
    NewChatMenu,
    RoomLine,
    RoomMenu,
    RouterLink,
    RouterLinkActive,
    RowsInSight,
    SkeletonRows,
  ],
  providers: [Finder, LobbyStore, LobbySteps],
  templateUrl: './lobby.html',
  styleUrl: './lobby.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Lobby {
  protected readonly store = inject(LobbyStore);
  private readonly view = inject(ViewReporter);
  private readonly router = inject(Router);
  private readonly keys = inject(ShortcutKeys);
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');

  private readonly inSight = signal<readonly string[]>([]);
  protected readonly drawn = computed(() => drawnRows(this.store.order(), this.inSight()));
  protected readonly menu = signal<RoomMenuCall | null>(null);
  protected readonly newChat = signal<MenuCall | null>(null);
  protected readonly roomMenuCall = roomMenuCall;
  protected readonly optionsLabel = optionsLabel;
  protected readonly jumpKeys = this.keys.namesOf(SHORTCUTS.switcher)[0] ?? [];

  constructor() {
    inject(LobbySteps);
    fetchAhead(() => import('../menu/room-menu'));
    fetchAhead(() => import('./new-chat-menu'));
    this.keys.on({ search: () => this.search().nativeElement.focus() });
  }

  protected sight(roomIds: readonly string[]): void {
    this.inSight.set(roomIds);
    this.view.sight(roomIds);
  }

  /** Goes to what a search found first; while a word is still being composed, Enter is the keyboard's. */
  protected openFirst(event: Event, rows: ArrowKeys): void {
    if (!this.store.isSearching() || (event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    rows.openFirst();
  }

  /** What was marked as unread would be read at once if it stayed open. */
  protected leaveIfOpen(roomId: string): void {
    if (this.router.url.startsWith(`/rooms/${roomId}`)) void this.router.navigateByUrl('/');
  }
}
