import type { Routes } from '@angular/router';
import { adminGuard } from './admin/admin-guard';
import { authGuard } from './auth/auth-guard';
import { guestGuard } from './auth/guest-guard';
import { LIKELY_NEXT } from './preload-pages';

export const routes: Routes = [
  {
    path: 'sign-in',
    title: $localize`:@@signIn:Sign in`,
    canActivate: [guestGuard],
    loadComponent: () => import('./auth/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'sign-up',
    title: $localize`:@@createAccountTitle:Create an account`,
    canActivate: [guestGuard],
    loadComponent: () => import('./auth/sign-up-page').then((m) => m.SignUpPage),
  },
  {
    path: '',
    data: LIKELY_NEXT,
    canActivate: [authGuard],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`:@@chats:Chats`,
        loadComponent: () => import('./shell/welcome-page').then((m) => m.WelcomePage),
      },
      {
        path: 'rooms/:roomId',
        data: LIKELY_NEXT,
        loadComponent: () => import('./conversation/conversation-page').then((m) => m.ConversationPage),
      },
      {
        path: 'directory',
        title: $localize`:@@rooms:Rooms`,
        loadComponent: () => import('./rooms/directory/directory-page').then((m) => m.DirectoryPage),
      },
      {
        path: 'people',
        title: $localize`:@@people:People`,
        loadComponent: () => import('./rooms/directory/people-page').then((m) => m.PeoplePage),
      },
      {
        path: 'settings',
        loadChildren: () => import('./settings/settings.routes').then((m) => m.settingsRoutes),
      },
      {
        path: 'admin',
        title: $localize`:@@liveConnections:Live connections`,
        canActivate: [adminGuard],
        loadComponent: () => import('./admin/admin-page').then((m) => m.AdminPage),
      },
    ],
  },
  {
    path: '**',
    title: $localize`:@@pageNotFound:Page not found`,
    loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage),
  },
];
