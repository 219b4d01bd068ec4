import type { Message } from './shapes.js';

// A window of a room's log: messages without gaps, ascending by `seq`.

/** The window with a page of history: both joined where they touch or overlap, the page alone where not. */
export function joinLog(log: readonly Message[], page: readonly Message[]): readonly Message[] {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return log;
  const [start, end] = [log[0]?.seq ?? Infinity, log.at(-1)?.seq ?? -Infinity];
  const touches = first.seq <= end + 1 && last.seq >= start - 1;
  if (!touches) return page;
  const bySeq = new Map(log.map((message) => [message.seq, message]));
  for (const message of page) {
    const held = bySeq.get(message.seq);
    if (!held || held.rev < message.rev) bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Replaces an older version in the window, or appends what continues it; anything else lies outside the window. */
export function withMessage(log: readonly Message[], message: Message): readonly Message[] {
  const last = log.at(-1);
  if (!last || message.seq === last.seq + 1) return [...log, message];
  const index = message.seq - (log[0] as Message).seq;
  const held = log[index];
  if (!held || held.rev >= message.rev) return log;
  return log.map((each) => (each === held ? message : each));
}
