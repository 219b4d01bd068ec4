import type { IconName } from '../ui/icons';

/** One page of the settings: where it is, and how the list names it. */
export interface Section {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Of no use where there is most likely no keyboard. */
  readonly isForKeys?: true;
}

/** The pages of the settings in the order of their list; each has a route of the same path in `settings.routes.ts`. */
export const SECTIONS: readonly Section[] = [
  { path: 'profile', label: $localize`:@@settingsProfile:Profile`, icon: 'user' },
  { path: 'appearance', label: $localize`:@@settingsAppearance:Appearance`, icon: 'contrast' },
  { path: 'privacy', label: $localize`:@@settingsPrivacy:Privacy`, icon: 'eye' },
  { path: 'notifications', label: $localize`:@@settingsNotifications:Notifications`, icon: 'bell' },
  { path: 'shortcuts', label: $localize`:@@keySheetTitle:Keyboard shortcuts`, icon: 'keys', isForKeys: true },
  { path: 'account', label: $localize`:@@settingsAccount:Account`, icon: 'key' },
];
