import type { Subject } from './demo-team.js';

/** A talk: lines by turns of its speakers (0 begins). `{slot}` is filled in when it is held. */
export type Talk = readonly (readonly [speaker: number, text: string])[];

export const SLOTS: Readonly<Record<string, readonly string[]>> = {
  part: ['the outbox', 'sign-in', 'the member list', 'the importer', 'search', 'the room list', 'the upgrade guide'],
  bug: ['sends twice after a sleep', 'loses its place on resize', 'shows the old name', 'times out on slow networks'],
  time: ['09:30', '10:15', '11:00', '13:30', '14:00', '15:45', '16:30'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  place: ['the noodle place', 'the bakery on the corner', 'the Lebanese', 'the canteen', 'the market'],
  paper: ['the CRDT survey', 'the log paper', 'Lamport on time and clocks', 'the tail at scale'],
  screen: ['the empty state', 'the switcher', 'the settings page', 'the conversation header', 'the phone lobby'],
  customer: ['Hartwell', 'the print shop', 'Northbank Library', 'the choir', 'Alder & Finch'],
  number: ['2', '3', '4', '6', '9', '12'],
};

const COMMON: readonly Talk[] = [
  [
    [0, 'Quick one: are we still on for {time}?'],
    [1, 'Yes. Same room as last week.'],
    [0, 'Perfect, see you there.'],
  ],
  [
    [0, 'I am in the train until {time}, so expect me in bursts.'],
    [1, 'No rush.'],
    [2, 'Your messages arrive in order at least'],
    [0, 'Ha. I will take it.'],
  ],
  [
    [0, 'Out this afternoon, back on {day}.'],
    [1, 'Enjoy. I will keep an eye on {part}.'],
    [0, 'Thank you 🙏'],
  ],
];

const WORK: readonly Talk[] = [
  [
    [0, '{part} {bug}. I can reproduce it with the network throttled.'],
    [1, 'Since when?'],
    [0, 'Bisecting now. My guess is the change from {day}.'],
    [2, 'That one was mine. Give me an hour.'],
    [0, 'No hurry, it is behind the flag.'],
    [2, 'Found it: the retry did not keep its key. Fix is up for review.'],
    [1, 'Reads well. Merging it now.'],
  ],
  [
    [0, 'Freeze from 18:00, only fixes after that.'],
    [1, 'Lovely. I’ll cut the branch tonight.'],
    [2, 'Can {part} still go in? It is reviewed, and the tests are green.'],
    [0, 'If it is in by {time}, yes.'],
  ],
  [
    [0, 'We are on a quarter of the servers. Error rate is flat.'],
    [1, 'And p99?'],
    [0, 'A little better than before, actually.'],
    [2, 'Let’s hold at a quarter until {time}, then go to everyone.'],
    [1, '👍'],
  ],
  [
    [0, 'Are the release notes ready to go with it?'],
    [1, 'Ready. One paragraph on {part} is still short.'],
    [1, 'The upgrade note now says what to back up first, which people asked for twice.'],
    [0, 'Thank you. I will add a line about {part} and send them to {customer}.'],
  ],
  [
    [0, 'Does anybody remember why {part} asks the server twice?'],
    [1, 'History: the first answer used to be cached too long. Not true any more.'],
    [0, 'So I can delete {number} files. What a good morning.'],
    [2, '🎉'],
  ],
];

const DESIGN: readonly Talk[] = [
  [
    [0, 'New take on {screen}. The hairlines are gone, spacing does the work now.'],
    [1, 'Much calmer. Is the focus ring still visible in the dark?'],
    [0, 'Yes, 10:1. I measured.'],
    [2, 'The second line feels a touch tight at phone width.'],
    [0, 'Agreed, I will give it four more pixels.'],
  ],
  [
    [0, 'Could we try plainer words on {screen}? “Something went wrong” says nothing.'],
    [1, '“We could not reach the server. What you wrote is safe here.”'],
    [0, 'Exactly that.'],
  ],
  [
    [0, 'I watched {number} people use {screen} yesterday. Nobody found the menu.'],
    [1, 'Because it only shows on hover?'],
    [0, 'Yes. On touch it is not there at all.'],
    [2, 'Then it goes into the header. Less clever, more found.'],
  ],
];

const SUPPORT: readonly Talk[] = [
  [
    [0, '{customer} reports slow sign-in since {time}.'],
    [1, 'Looking. CPU is fine, the disk is not.'],
    [1, 'A backup was running into working hours. Moved it to the night.'],
    [0, 'They say it is fast again. Thank you.'],
    [2, 'I will write it up, {number} lines, no blame.'],
  ],
  [
    [0, 'Can somebody swap {day} with me?'],
    [1, 'I can, if you take my {day} next week.'],
    [0, 'Deal.'],
  ],
  [
    [0, 'Handover: {number} open tickets, nothing burning. {customer} waits for an answer about {part}.'],
    [1, 'Got it. Who knows most about {part}?'],
    [2, 'Me. Send them my way.'],
  ],
  [
    [0, 'Alert at {time}, resolved by itself in {number} minutes. Anybody saw why?'],
    [1, 'Certificate renewal. The old process kept its port a little long.'],
    [0, 'Then I make the check patient.'],
  ],
];

const SOCIAL: readonly Talk[] = [
  [
    [0, 'Lunch? I was thinking of {place}.'],
    [1, 'In!'],
    [2, 'In, if we leave by 12:30.'],
    [3, 'Next time. Bring me something sweet?'],
    [0, 'Always.'],
  ],
  [
    [0, '{place} has reopened.'],
    [1, 'Finally 🍜'],
    [2, 'I heard the queue is {number} people long at any time.'],
    [0, 'Worth it.'],
  ],
  [
    [0, 'Next up: {paper}. Section {number} is the hard one.'],
    [1, 'I have notes from last time, will share.'],
    [2, 'Count me in.'],
  ],
];

const PRIVATE: readonly Talk[] = [
  [
    [0, 'Two strong candidates for the second round.'],
    [1, 'Agreed on both. The exercise of the first one was a pleasure to read.'],
    [2, 'She asked better questions than we did.'],
    [0, 'Then let’s invite them for {day}, {time}.'],
  ],
  [
    [0, 'Who can do the pairing hour on {day}?'],
    [1, 'I can.'],
    [0, 'Thank you. Notes here by the evening, please.'],
  ],
];

/** What is talked about where; the common talks come up everywhere. */
export const TALKS: Readonly<Record<Subject | 'direct', readonly Talk[]>> = {
  work: [...WORK, ...WORK, ...COMMON],
  design: [...DESIGN, ...DESIGN, ...COMMON],
  support: [...SUPPORT, ...SUPPORT, ...COMMON],
  social: SOCIAL,
  private: [...PRIVATE, ...COMMON],
  direct: [...WORK, ...DESIGN, ...COMMON, ...COMMON],
};
