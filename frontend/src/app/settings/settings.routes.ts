import type { Routes } from '@angular/router';
import { opensBesideList } from './beside-its-list';
import { keepsUnsaved } from './unsaved';

/** The pages of the settings. Beside their list one is always open; on a phone the list comes first. */
export const settingsRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./settings-frame').then((m) => m.SettingsFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`:@@settings:Settings`,
        canActivate: [opensBesideList],
        loadComponent: () => import('./settings-start').then((m) => m.SettingsStart),
      },
      {
        path: 'profile',
        title: $localize`:@@settingsProfile:Profile`,
        canDeactivate: [keepsUnsaved],
        loadComponent: () => import('./profile/profile-page').then((m) => m.ProfilePage),
      },
      {
        path: 'appearance',
        title: $localize`:@@settingsAppearance:Appearance`,
        loadComponent: () => import('./appearance/appearance-page').then((m) => m.AppearancePage),
      },
      {
        path: 'privacy',
        title: $localize`:@@settingsPrivacy:Privacy`,
        loadComponent: () => import('./privacy/privacy-page').then((m) => m.PrivacyPage),
      },
      {
        path: 'notifications',
        title: $localize`:@@settingsNotifications:Notifications`,
        loadComponent: () => import('./notifications/notifications-page').then((m) => m.NotificationsPage),
      },
      {
        path: 'shortcuts',
        title: $localize`:@@keySheetTitle:Keyboard shortcuts`,
        loadComponent: () => import('./shortcuts-page').then((m) => m.ShortcutsPage),
      },
      {
        path: 'account',
        title: $localize`:@@settingsAccount:Account`,
        loadComponent: () => import('./account-page').then((m) => m.AccountPage),
      },
    ],
  },
];
