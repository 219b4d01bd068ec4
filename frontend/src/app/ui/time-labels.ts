import { readersLocale } from './readers-locale';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Building a formatter costs far more than using it, and a log formats thousands of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const relativeFormatters = new Map<string | undefined, Intl.RelativeTimeFormat>();

function format(at: Date, options: Intl.DateTimeFormatOptions, locale: string | undefined): string {
  const key = JSON.stringify([locale, options]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter.format(at);
}

/** "10:42", as the reader's locale writes a time of day. */
export const clockTime = (iso: string, locale = readersLocale()): string =>
  format(new Date(iso), { timeStyle: 'short' }, locale);

/** "11 Jun 2026, 14:05": a moment that may lie ahead. */
export const dateAndTime = (iso: string, locale = readersLocale()): string =>
  format(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' }, locale);

/** "11 June 2026" */
export const longDate = (iso: string, locale = readersLocale()): string =>
  format(new Date(iso), { dateStyle: 'long' }, locale);

/** When, in the little room of a list: "10:42", "Yesterday", "Tuesday", "3 Jun", "3 Jun 2024". */
export function listTime(iso: string, now: Date, locale = readersLocale()): string {
  const at = new Date(iso);
  const days = daysBetween(at, now);
  if (days <= 0) return clockTime(iso, locale);
  if (days === 1) return relativeDay(-1, locale);
  if (days < 7) return format(at, { weekday: 'long' }, locale);
  return format(at, { day: 'numeric', month: 'short', ...yearUnlessThis(at, now) }, locale);
}

/** The name of a day over its messages: "Today", "Yesterday", "Tuesday", "Tuesday 3 June". */
export function dayLabel(iso: string, now: Date, locale = readersLocale()): string {
  const at = new Date(iso);
  const days = daysBetween(at, now);
  if (days === 0) return relativeDay(0, locale);
  if (days === 1) return relativeDay(-1, locale);
  // A day that has begun on the server only is named as well: no two days have one name.
  if (days > -7 && days < 7) return format(at, { weekday: 'long' }, locale);
  return format(at, { weekday: 'long', day: 'numeric', month: 'long', ...yearUnlessThis(at, now) }, locale);
}

/** Calendar days from one moment to another where the reader is; below zero where the other one comes first. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

const yearUnlessThis = (at: Date, now: Date): Intl.DateTimeFormatOptions =>
  at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };

function relativeDay(days: number, locale: string | undefined): string {
  const formatter = relativeFormatters.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relativeFormatters.set(locale, formatter);
  const word = formatter.format(days, 'day');
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}
