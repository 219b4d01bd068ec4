import * as z from 'zod/mini';

const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Moment = z.nullable(z.iso.datetime());

/** Times of the week that are quiet, by the clock on the wall. */
export const QuietSchedule = z.object({
  on: z.boolean(),
  /** The days on which it begins, counted as `Date.getDay()` does. */
  days: z.array(z.int().check(z.minimum(0), z.maximum(6))),
  from: TimeOfDay,
  /** On the next day where it is not later than `from`. */
  to: TimeOfDay,
});
export type QuietSchedule = z.infer<typeof QuietSchedule>;

/** When nothing rings. */
export const QuietRules = z.object({
  /** Quiet until then; `FOREVER` until it is turned off. */
  until: z.catch(Moment, null),
  /** What the schedule says does not hold before then. */
  liftedUntil: z.catch(Moment, null),
  schedule: z.catch(QuietSchedule, { on: false, days: [1, 2, 3, 4, 5], from: '19:00', to: '08:00' }),
  letsMentionsThrough: z.catch(z.boolean(), false),
});
export type QuietRules = z.infer<typeof QuietRules>;

export const Sound = z.object({
  on: z.catch(z.boolean(), false),
  /** From 0 to 1. */
  volume: z.catch(z.number().check(z.minimum(0), z.maximum(1)), 0.6),
});
export type Sound = z.infer<typeof Sound>;

/** What a person is told of on this device, and how. Every field that cannot be read is what it was at first. */
export const NotificationSettings = z.object({
  about: z.catch(z.enum(['everything', 'directAndMentions', 'nothing']), 'everything'),
  /** Whether a mention is told in a room that is muted. */
  mentionsInMuted: z.catch(z.boolean(), true),
  showsText: z.catch(z.boolean(), true),
  sound: z.catch(Sound, { on: false, volume: 0.6 }),
  quiet: z.catch(QuietRules, QuietRules.parse({})),
  /** When this browser was here first; the hint leaves newcomers alone. */
  firstVisitAt: z.catch(Moment, null),
  hintDismissed: z.catch(z.boolean(), false),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;
export type About = NotificationSettings['about'];

export const NOTIFICATIONS_AT_FIRST: NotificationSettings = NotificationSettings.parse({});
