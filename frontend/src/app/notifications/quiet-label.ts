import { FOREVER } from '#shared';
import { clockTime, dateAndTime, daysBetween } from '../ui/time-labels';

/** Until when nothing rings, in a few words: "Do not disturb until 15:30". */
export function quietLabel(end: Date, now: Date): string {
  const moment = end.toISOString();
  if (moment >= FOREVER) return $localize`:@@quietOn:Do not disturb is on`;
  const days = daysBetween(now, end);
  if (days === 0) return $localize`:@@quietUntil:Do not disturb until ${clockTime(moment)}:time:`;
  if (days === 1) return $localize`:@@quietUntilTomorrow:Do not disturb until tomorrow, ${clockTime(moment)}:time:`;
  return $localize`:@@quietUntilDay:Do not disturb until ${dateAndTime(moment)}:moment:`;
}
