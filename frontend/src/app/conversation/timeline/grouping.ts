import { dayLabel } from '../../ui/time-labels';
import type { TimelineEntry } from './timeline-entry';

const RUN_MS = 5 * 60_000;

/** A message with its place in a run: bubbles of one sender that follow each other closely. */
export interface Bubble extends TimelineEntry {
  readonly first: boolean;
  readonly last: boolean;
  /** How many unread messages begin here; 0 everywhere else. */
  readonly unreadFrom: number;
}

/** Where the reader had stopped reading when they came in. */
export interface Unread {
  readonly afterSeq: number;
  readonly count: number;
}

/** All messages of one day of the reader's calendar. */
export interface Day {
  readonly key: string;
  readonly label: string;
  readonly bubbles: readonly Bubble[];
}

/**
 * Orders a log into days, and marks where runs begin and end: at another sender, another day,
 * the first unread message, or five minutes of silence.
 *
 * @param entries ascending
 * @param now gives the labels Today and Yesterday
 */
export function groupByDay(entries: readonly TimelineEntry[], now: Date, unread: Unread | null = null): Day[] {
  const beginsUnread = (entry: TimelineEntry): boolean => unread !== null && entry.seq === unread.afterSeq + 1;
  const continues = (before: TimelineEntry | undefined, after: TimelineEntry | undefined): boolean =>
    before !== undefined && after !== undefined && !beginsUnread(after) && follows(before, after);
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const key = dayKey(new Date(entry.createdAt));
    const day = days.get(key);
    if (day) day.push(entry);
    else days.set(key, [entry]);
  }
  return [...days].map(([key, day]) => ({
    key,
    label: dayLabel(day[0]?.createdAt ?? key, now),
    bubbles: day.map((entry, index) => ({
      ...entry,
      first: !continues(day[index - 1], entry),
      last: !continues(entry, day[index + 1]),
      unreadFrom: unread && beginsUnread(entry) ? unread.count : 0,
    })),
  }));
}

/** The days without the first message of all, or the last: those that were only there to tell where runs begin and end. */
export function withoutEdges(days: readonly Day[], has: { readonly before: boolean; readonly after: boolean }): Day[] {
  return days
    .map((day, index) => {
      const from = has.before && index === 0 ? 1 : 0;
      const to = has.after && index === days.length - 1 ? -1 : undefined;
      return { ...day, bubbles: day.bubbles.slice(from, to) };
    })
    .filter(({ bubbles }) => bubbles.length > 0);
}

function follows(before: TimelineEntry, after: TimelineEntry): boolean {
  if (before.senderId !== after.senderId || before.kind === 'system' || after.kind === 'system') return false;
  return Date.parse(after.createdAt) - Date.parse(before.createdAt) < RUN_MS;
}

/** A day of the reader's calendar, as `2026-06-11`. */
export function dayKey(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
