import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '../../auth/session-store';
import { signingOut } from '../../rooms/sign-out/signing-out';
import type { DevicePreferences } from '../../core/device-preferences';
import { PreferencesStore } from '../../core/preferences-store';
import { CreateRoom } from '../../rooms/directory/create-room';
import type { Command } from '../../rooms/find/command';
import { RoomActions } from '../../rooms/menu/room-actions';
import { SECTIONS } from '../../settings/sections';
import { OpenSheet } from '../shortcut-sheet/open-sheet';

/** What the switcher offers beside conversations: the pages of the house, and what can be done anywhere. */
@Injectable({ providedIn: 'root' })
export class Commands {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly createRoom = inject(CreateRoom);
  private readonly rooms = inject(RoomActions);
  private readonly sheet = inject(OpenSheet);
  private readonly preferences = inject(PreferencesStore);
  private readonly leaving = signingOut();

  private readonly forAll: readonly Command[] = [
    {
      id: 'create-room',
      label: $localize`:@@createRoom:Create a room`,
      alias: $localize`:@@createRoomAlias:new channel group`,
      icon: 'plus',
      run: () => this.createRoom.open(),
    },
    {
      id: 'all-read',
      label: $localize`:@@keyAllRead:Mark everything as read`,
      alias: '',
      icon: 'check',
      shortcut: 'allRead',
      run: () => this.rooms.markAllRead(),
    },
    this.page('/people', $localize`:@@pagePeople:People`, $localize`:@@pagePeopleAlias:message write direct`, 'user'),
    this.page('/directory', $localize`:@@pageRooms:Browse rooms`, $localize`:@@pageRoomsAlias:directory join`, 'hash'),
    this.page('/', $localize`:@@pageChats:Chats`, $localize`:@@pageChatsAlias:home lobby`, 'chat'),
    {
      id: 'shortcuts',
      label: $localize`:@@keySheetTitle:Keyboard shortcuts`,
      alias: $localize`:@@keySheetAlias:help keys`,
      icon: 'keys',
      shortcut: 'sheet',
      run: () => this.sheet.open(),
    },
    this.theme('light', $localize`:@@commandLight:Light appearance`),
    this.theme('dark', $localize`:@@commandDark:Dark appearance`),
    this.theme('system', $localize`:@@commandSystem:Appearance of the system`),
    ...SECTIONS.filter(({ path }) => path !== 'shortcuts').map(({ path, label, icon }) =>
      this.page(`/settings/${path}`, $localize`:@@settingsOf:Settings: ${label}:page:`, '', icon),
    ),
    {
      id: 'sign-out',
      label: $localize`:@@signOut:Sign out`,
      alias: $localize`:@@signOutAlias:log out leave`,
      icon: 'leave',
      run: () => this.leaving.submit(null),
    },
  ];
  private readonly forAdmins: readonly Command[] = [
    this.page('/admin', $localize`:@@liveConnections:Live connections`, $localize`:@@admin:Admin`, 'gauge'),
  ];

  readonly all = computed<readonly Command[]>(() =>
    this.session.account()?.admin ? [...this.forAll, ...this.forAdmins] : this.forAll,
  );

  private theme(theme: DevicePreferences['theme'], label: string): Command {
    return {
      id: `theme-${theme}`,
      label,
      alias: $localize`:@@themeAlias:theme mode night day`,
      icon: 'contrast',
      run: () => this.preferences.set({ theme }),
    };
  }

  private page(path: string, label: string, alias: string, icon: Command['icon']): Command {
    return { id: path, label, alias, icon, run: () => void this.router.navigateByUrl(path) };
  }
}
