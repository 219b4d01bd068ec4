import type { DevicePreferences } from '../../core/device-preferences';
import type { RadioOption } from '../../ui/radio-list';

type Choices<K extends Exclude<keyof DevicePreferences, 'notifications'>> = readonly RadioOption<
  DevicePreferences[K]
>[];

export const THEMES: Choices<'theme'> = [
  { value: 'system', label: $localize`:@@themeSystem:As the system` },
  { value: 'light', label: $localize`:@@themeLight:Light` },
  { value: 'dark', label: $localize`:@@themeDark:Dark` },
];

export const DENSITIES: Choices<'density'> = [
  {
    value: 'comfortable',
    label: $localize`:@@densityComfortable:Comfortable`,
    note: $localize`:@@densityComfortableNote:Room to breathe.`,
  },
  {
    value: 'compact',
    label: $localize`:@@densityCompact:Compact`,
    note: $localize`:@@densityCompactNote:More conversations and messages on the screen.`,
  },
];

export const TEXT_SIZES: Choices<'textSize'> = [
  { value: 'small', label: $localize`:@@textSmall:Small` },
  { value: 'normal', label: $localize`:@@textNormal:Normal` },
  { value: 'large', label: $localize`:@@textLarge:Large` },
];

/** A language is called as it calls itself. */
export const LANGUAGES: Choices<'language'> = [
  { value: 'system', label: $localize`:@@languageSystem:As the browser` },
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'de', label: 'Deutsch', lang: 'de' },
];
