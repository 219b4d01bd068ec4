import { readersLocale } from '../ui/readers-locale';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const KILO = 1_024;

/** How long something has lasted, in its two largest units: "9 d 4 h", "3 h 20 min", "48 min", "under 1 min". */
export function lasted(ms: number): string {
  const [days, hours, minutes] = [
    Math.floor(ms / DAY_MS),
    Math.floor((ms % DAY_MS) / HOUR_MS),
    Math.floor((ms % HOUR_MS) / MINUTE_MS),
  ];
  if (days > 0) return $localize`:@@lastedDays:${days}:days: d ${hours}:hours: h`;
  if (hours > 0) return $localize`:@@lastedHours:${hours}:hours: h ${minutes}:minutes: min`;
  return minutes > 0 ? $localize`:@@lastedMinutes:${minutes}:minutes: min` : $localize`:@@lastedMoment:under 1 min`;
}

/** An amount of data: "0 KB", "148 KB", "1.4 MB", with the reader's own decimal sign. */
export function amount(bytes: number, locale = readersLocale()): string {
  const kilobytes = bytes / KILO;
  if (kilobytes < KILO) return `${Math.ceil(kilobytes)} KB`;
  const megabytes = kilobytes / KILO;
  return `${megabytes.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
