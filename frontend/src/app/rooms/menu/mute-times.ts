import { FOREVER } from '#shared';

const HOUR_MS = 60 * 60 * 1000;

/** For how long a conversation can be muted. */
export interface MuteTime {
  readonly label: string;
  /** The end of a mute that begins now, as the contract writes it. */
  until(now: Date): string;
}

const hours = (count: number) => (now: Date) => new Date(now.getTime() + count * HOUR_MS).toISOString();

export const MUTE_TIMES: readonly MuteTime[] = [
  { label: $localize`:@@muteHour:For 1 hour`, until: hours(1) },
  { label: $localize`:@@muteEightHours:For 8 hours`, until: hours(8) },
  { label: $localize`:@@muteWeek:For 1 week`, until: hours(7 * 24) },
  { label: $localize`:@@muteForever:Always`, until: () => FOREVER },
];
