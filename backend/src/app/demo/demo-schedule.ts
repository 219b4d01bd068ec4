import { SLOTS, type Talk } from './demo-talks.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MINUTE_MS = 60 * 1_000;
const OPENS_AT_HOUR = 8;
const HOURS_OPEN = 10;

/** A source of numbers from 0 up to 1; seeded, so that the demo is the same for everybody. */
export type Random = () => number;

/** Mulberry32, a small generator that is good enough for small talk. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface DemoMessage {
  readonly at: Date;
  /** An index into the room's members. */
  readonly speaker: number;
  readonly body: string;
  /** The `seq` of the message that it answers. */
  readonly replyTo?: number;
}

interface Plan {
  readonly talks: readonly Talk[];
  readonly members: number;
  readonly talksPerDay: number;
  readonly until: Date;
  readonly weeks: number;
}

/** What a room says over some weeks of working days, in the order of time, nothing of it in the future. */
export function schedule(plan: Plan, random: Random): DemoMessage[] {
  const days = Array.from({ length: plan.weeks * 7 }, (_, ago) => new Date(plan.until.getTime() - ago * DAY_MS));
  return days
    .filter((day) => day.getDay() !== 0 && day.getDay() !== 6)
    .flatMap((day) => Array.from({ length: howMany(plan.talksPerDay, random) }, () => startOn(day, random)))
    .flatMap((start) => hold(pick(plan.talks, random), start, plan.members, random))
    .filter(({ at }) => at <= plan.until)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A whole number that is `average` in the long run, between half and one and a half of it. */
const howMany = (average: number, random: Random): number => Math.floor(average * (0.5 + random()) + random());

function startOn(day: Date, random: Random): Date {
  const start = new Date(day);
  start.setHours(OPENS_AT_HOUR, 0, 0, 0);
  return new Date(start.getTime() + random() * HOURS_OPEN * 60 * MINUTE_MS);
}

function hold(talk: Talk, start: Date, members: number, random: Random): DemoMessage[] {
  const first = Math.floor(random() * members);
  const filled = new Map<string, string>();
  let at = start.getTime();
  return talk.map(([turn, text]) => {
    at += (0.2 + random() * 4) * MINUTE_MS;
    const body = text.replace(/\{(\w+)\}/g, (_slot, name: string) => fill(name, filled, random));
    return { at: new Date(at), speaker: (first + turn) % members, body: body.charAt(0).toUpperCase() + body.slice(1) };
  });
}

/** A slot means the same thing for the length of a talk. */
function fill(name: string, filled: Map<string, string>, random: Random): string {
  const value = filled.get(name) ?? pick(SLOTS[name] ?? [name], random);
  filled.set(name, value);
  return value;
}

export const pick = <T>(choices: readonly T[], random: Random): T =>
  choices[Math.floor(random() * choices.length)] as T;
