import { FOREVER } from '#shared';
import type { QuietRules, QuietSchedule } from '../core/notification-settings';

// When nothing rings. Pure: every answer follows from the moment that is asked about, by the clock on the reader's wall.

interface Span {
  readonly start: Date;
  readonly end: Date;
}

const FOR_GOOD = new Date(FOREVER);
/** As many spans may follow each other without a gap before it counts as quiet for good: more than a week of days. */
const LONGEST_CHAIN = 9;

export const isQuiet = (now: Date, rules: QuietRules): boolean => endOfSpan(now, rules) !== null;

/** When a quiet time ends that holds now; `FOREVER` where it does not end by itself, null where it is not quiet. */
export function quietEnd(now: Date, rules: QuietRules): Date | null {
  let end = endOfSpan(now, rules);
  for (let links = 1; end !== null; links++) {
    if (links > LONGEST_CHAIN || end >= FOR_GOOD) return FOR_GOOD;
    const next = endOfSpan(end, rules);
    if (next === null) return end;
    end = next;
  }
  return null;
}

/** The rules with any quiet that holds now taken away; the schedule begins again with its next time. */
export function withoutQuiet(now: Date, rules: QuietRules): QuietRules {
  const scheduled = quietEnd(now, { ...rules, until: null });
  return { ...rules, until: null, liftedUntil: scheduled ? scheduled.toISOString() : null };
}

function endOfSpan(now: Date, { until, liftedUntil, schedule }: QuietRules): Date | null {
  const ends: Date[] = [];
  if (until !== null && new Date(until) > now) ends.push(new Date(until));
  if (liftedUntil === null || new Date(liftedUntil) <= now) ends.push(...spansAt(now, schedule).map(({ end }) => end));
  return ends.length > 0 ? new Date(Math.max(...ends.map(Number))) : null;
}

/** The times of the schedule that hold at a moment: one that began the day before may still last. */
function spansAt(now: Date, schedule: QuietSchedule): Span[] {
  if (!schedule.on) return [];
  return [-1, 0]
    .map((offset) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset))
    .filter((day) => schedule.days.includes(day.getDay()))
    .map((day) => spanOf(day, schedule))
    .filter(({ start, end }) => start <= now && now < end);
}

function spanOf(day: Date, { from, to }: QuietSchedule): Span {
  return { start: at(day, from, 0), end: at(day, to, to <= from ? 1 : 0) };
}

function at(day: Date, timeOfDay: string, daysLater: number): Date {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysLater, hours, minutes);
}
