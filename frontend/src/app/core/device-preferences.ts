import * as z from 'zod/mini';
import { NOTIFICATIONS_AT_FIRST, NotificationSettings } from './notification-settings';

/** What this browser is told once and keeps: never a matter of the account. A field that cannot be read is as it was at first. */
export const DevicePreferences = z.object({
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  density: z.catch(z.enum(['comfortable', 'compact']), 'comfortable'),
  textSize: z.catch(z.enum(['small', 'normal', 'large']), 'normal'),
  language: z.catch(z.enum(['system', 'en', 'de']), 'system'),
  /** What sends a message on a keyboard; the other way breaks the line. */
  sendsWith: z.catch(z.enum(['enter', 'ctrl-enter']), 'enter'),
  notifications: z.catch(NotificationSettings, NOTIFICATIONS_AT_FIRST),
});
export type DevicePreferences = z.infer<typeof DevicePreferences>;

/** Where they stand; `public/before-paint.js` reads them there too. */
export const PREFERENCES_KEY = 'parley:preferences';

/** The stored preferences, with what was never chosen as it is at first. Storage that is closed or broken holds none. */
export function readPreferences(): DevicePreferences {
  return DevicePreferences.parse(storedObject());
}

/** Stores them; where the browser lets nothing be stored, they hold as long as the page. */
export function writePreferences(preferences: DevicePreferences): void {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
  } catch {
    // A full or forbidden storage is the reader's own choice.
  }
}

function storedObject(): object {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
