import type { Presence } from '#shared';
import { clockTime, dayLabel } from '../../ui/time-labels';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether somebody is there, or when they last were: "Online", "Last seen today at 14:05", "Last seen Tuesday at 14:05";
 * empty where that is not known, or not shown.
 */
export function presenceLabel(presence: Presence | null, now: Date): string {
  if (!presence) return '';
  if (presence.online) return $localize`:@@online:Online`;
  if (presence.lastSeenAt === null) return '';
  const day = dayLabel(presence.lastSeenAt, now);
  const time = clockTime(presence.lastSeenAt);
  if (day === dayLabel(now.toISOString(), now)) return $localize`:@@lastSeenToday:Last seen today at ${time}:time:`;
  const yesterday = dayLabel(new Date(now.getTime() - DAY_MS).toISOString(), now);
  if (day === yesterday) return $localize`:@@lastSeenYesterday:Last seen yesterday at ${time}:time:`;
  return $localize`:@@lastSeenOn:Last seen ${day}:day: at ${time}:time:`;
}
