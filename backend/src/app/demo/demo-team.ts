/** The people of the demo: a small product studio. */
export interface DemoPerson {
  readonly username: string;
  readonly displayName: string;
}

export const DEMO_PASSWORD = 'parley demo team';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'nora', displayName: 'Nora Whitfield' },
  { username: 'ada', displayName: 'Ada Okafor' },
  { username: 'ben', displayName: 'Ben Sutcliffe' },
  { username: 'grace', displayName: 'Grace Lindqvist' },
  { username: 'tom', displayName: 'Tom Hartley' },
  { username: 'priya', displayName: 'Priya Raman' },
  { username: 'marcus', displayName: 'Marcus Webb' },
  { username: 'ellie', displayName: 'Ellie Foster' },
  { username: 'james', displayName: 'James Calder' },
  { username: 'rene', displayName: 'René Marchetti' },
  { username: 'yuki', displayName: 'Yuki Tanaka' },
  { username: 'layla', displayName: 'Layla Haddad' },
];

export type Subject = 'work' | 'design' | 'support' | 'social' | 'private';

export interface DemoRoom {
  readonly name: string;
  readonly topic: string;
  readonly kind: 'public' | 'private';
  readonly subject: Subject;
  /** Usernames; the first one makes the room. */
  readonly members: readonly string[];
  /** How many talks a working day brings, on average. */
  readonly talksPerDay: number;
}

const everyone = DEMO_PEOPLE.map(({ username }) => username);

export const DEMO_ROOMS: readonly DemoRoom[] = [
  {
    name: 'Release 2.8',
    topic: 'Everything that has to be true before we ship',
    kind: 'public',
    subject: 'work',
    members: ['tom', 'nora', 'priya', 'grace', 'ben', 'ada', 'james'],
    talksPerDay: 3,
  },
  {
    name: 'Design crit',
    topic: 'Show it early, show it unfinished',
    kind: 'public',
    subject: 'design',
    members: ['ada', 'nora', 'yuki', 'grace', 'ellie'],
    talksPerDay: 2,
  },
  {
    name: 'On call',
    topic: 'Who is on, what is on fire, what was learned',
    kind: 'public',
    subject: 'support',
    members: ['priya', 'nora', 'tom', 'marcus', 'james', 'layla'],
    talksPerDay: 2,
  },
  {
    name: 'Lunch club',
    topic: 'Tuesdays and Thursdays, 12:30 at the door',
    kind: 'public',
    subject: 'social',
    members: everyone,
    talksPerDay: 1.5,
  },
  {
    name: 'Support rota',
    topic: 'Swaps, handovers and hard tickets',
    kind: 'public',
    subject: 'support',
    members: ['ellie', 'nora', 'layla', 'marcus', 'rene'],
    talksPerDay: 1.5,
  },
  {
    name: 'Reading group',
    topic: 'One paper a fortnight',
    kind: 'public',
    subject: 'social',
    members: ['yuki', 'grace', 'tom', 'rene'],
    talksPerDay: 0.5,
  },
  {
    name: 'Hiring: backend',
    topic: 'Candidates and interviews. Keep it kind, keep it here',
    kind: 'private',
    subject: 'private',
    members: ['nora', 'tom', 'priya', 'grace'],
    talksPerDay: 1,
  },
];

/** Pairs who talk directly, with how often. */
export const DEMO_DIRECT: readonly { readonly pair: readonly [string, string]; readonly talksPerDay: number }[] = [
  { pair: ['nora', 'ben'], talksPerDay: 1 },
  { pair: ['nora', 'grace'], talksPerDay: 1 },
  { pair: ['nora', 'marcus'], talksPerDay: 0.6 },
  { pair: ['nora', 'ellie'], talksPerDay: 0.4 },
  { pair: ['nora', 'james'], talksPerDay: 0.3 },
  { pair: ['tom', 'priya'], talksPerDay: 1 },
  { pair: ['ada', 'yuki'], talksPerDay: 0.8 },
];
