import { FOREVER } from '#shared';

const MINUTE_MS = 60_000;
const MORNING = 8;

/** For how long one can ask not to be disturbed. */
export interface QuietChoice {
  readonly label: string;
  /** The end of a quiet time that begins now. */
  until(now: Date): string;
}

const minutes = (count: number) => (now: Date) => new Date(now.getTime() + count * MINUTE_MS).toISOString();
const tomorrow = (now: Date) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING).toISOString();

export const QUIET_CHOICES: readonly QuietChoice[] = [
  { label: $localize`:@@quietHalfHour:For 30 minutes`, until: minutes(30) },
  { label: $localize`:@@quietHour:For 1 hour`, until: minutes(60) },
  { label: $localize`:@@quietTomorrow:Until tomorrow, 8:00`, until: tomorrow },
  { label: $localize`:@@quietForever:Until I turn it off`, until: () => FOREVER },
];
