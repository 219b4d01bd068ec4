import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, applyHistory, emptyState, type ChatState } from './apply-event.js';
import type { Event } from './events.js';
import { applied, caughtUp, fetched, held, READER, roomAfter, type Act } from './testing/reader.js';
import { RoomModel } from './testing/room-model.js';

const anybody = fc.constantFrom(READER, 'ada', 'grace');
const body = fc.oneof(fc.string(), fc.constantFrom(`@${READER} look`, '@ada and @grace'));
const guest = fc.constantFrom('ada', 'grace');

const acting = <T>(given: fc.Arbitrary<T>, does: (room: RoomModel, given: T) => Event[]): fc.Arbitrary<Act> =>
  given.map((value) => (room) => does(room, value));

/** Something that happens in the room; numbers are folded into what is there when it does. */
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: acting(fc.tuple(anybody, body), (room, [who, text]) => room.send(who, text)) },
  acting(fc.tuple(fc.nat(), body), (room, [n, text]) => room.edit(1 + (n % (room.lastSeq + 1)), text)),
  acting(fc.nat(), (room, n) => room.delete(1 + (n % (room.lastSeq + 1)))),
  acting(fc.string(), (room, name) => room.rename(name)),
  acting(guest, (room, who) => room.join(who)),
  acting(guest, (room, who) => room.leave(who)),
  {
    weight: 2,
    arbitrary: acting(fc.tuple(anybody, fc.nat()), (room, [who, n]) => room.read(who, n % (room.lastSeq + 1))),
  },
);
const history = fc.array(act, { maxLength: 40 });

/** What becomes of a packet on its way. `late` comes once more, after all others. */
const fate = fc.constantFrom('once', 'twice', 'late', 'lost');
const troubled = fc.array(fc.record({ happens: act, fate }), { maxLength: 40 });

/** Cursors of others are no durable change, so who has missed a receipt knows less of them until the next. */
const withoutOthersCursors = (state: ChatState): unknown => {
  const { members, ...rest } = held(state);
  const present = Object.values(members).map(({ user, role, joinedAt }) => ({ user, role, joinedAt }));
  return { ...rest, members: present.sort((a, b) => a.user.id.localeCompare(b.user.id)) };
};

interface Cursors {
  readonly readSeq: number;
  readonly deliveredSeq: number;
}

/** Every cursor that a reader knows of, by who has it. */
const cursors = (state: ChatState): Record<string, Cursors> => {
  const { members, room } = held(state);
  return room.me ? { ...members, me: room.me } : members;
};

function expectNoneWentBack(before: ChatState, after: ChatState): void {
  const known = cursors(before);
  for (const [owner, now] of Object.entries(cursors(after))) {
    const was = known[owner] ?? { readSeq: 0, deliveredSeq: 0 };
    expect(now.readSeq).toBeGreaterThanOrEqual(was.readSeq);
    expect(now.deliveredSeq).toBeGreaterThanOrEqual(Math.max(was.deliveredSeq, now.readSeq));
  }
}

describe('a reader that holds an old state', () => {
  it('comes through events to what a fresh fetch gives', () => {
    fc.assert(
      fc.property(history, history, (before, after) => {
        const room = roomAfter(before);
        const stale = fetched(room);
        const events = after.flatMap((each) => each(room));
        expect(applied(stale, events)).toEqual(fetched(room));
      }),
    );
  });

  it('comes there too when packets are lost, doubled or late, once it has asked for what it missed', () => {
    fc.assert(
      fc.property(history, troubled, (before, after) => {
        const room = roomAfter(before);
        let state = fetched(room);
        const late: Event[] = [];
        for (const { happens, fate: becomes } of after) {
          const events = happens(room);
          if (becomes !== 'lost') state = applied(state, events);
          if (becomes === 'twice') state = applied(state, events);
          if (becomes === 'late') late.push(...events);
        }
        state = applied(caughtUp(applied(state, late), room), late);
        expect(withoutOthersCursors(state)).toEqual(withoutOthersCursors(fetched(room)));
      }),
    );
  });

  it('is not harmed by an answer that was on its way while the room went on', () => {
    fc.assert(
      fc.property(history, history, history, (before, missed, meanwhile) => {
        const room = roomAfter(before);
        const stale = fetched(room);
        for (const each of missed) each(room);
        const answer = room.changes(READER, held(stale).room.rev);
        const events = meanwhile.flatMap((each) => each(room));
        const state = caughtUp(applyChanges(applied(stale, events), answer), room);
        expect(withoutOthersCursors(state)).toEqual(withoutOthersCursors(fetched(room)));
      }),
    );
  });

  it('never sees a cursor go back, also not by an answer from before', () => {
    const step = fc.record({ happens: act, fate, asks: fc.boolean(), isAnswered: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        const room = new RoomModel(READER);
        let state = fetched(room);
        let answer = room.changes(READER, 0);
        for (const { happens, fate: becomes, asks, isAnswered } of steps) {
          if (asks) answer = room.changes(READER, held(state).room.rev);
          const events = happens(room);
          const told = becomes === 'lost' ? state : applied(state, events);
          const answered = isAnswered ? applyChanges(told, answer) : told;
          expectNoneWentBack(state, told);
          expectNoneWentBack(told, answered);
          state = answered;
        }
      }),
    );
  });

  it('always counts as unread what lies behind its own cursor', () => {
    fc.assert(
      fc.property(troubled, (after) => {
        const room = new RoomModel(READER);
        let state = fetched(room);
        for (const { happens, fate: becomes } of after) {
          const events = happens(room);
          if (becomes !== 'lost') state = applied(state, events);
          const { lastSeq, me } = held(state).room;
          // A receipt may be heard before the message that it is for.
          expect(me?.unread).toBe(Math.max(0, lastSeq - (me?.readSeq ?? 0)));
        }
      }),
    );
  });
});

describe('the window of the log', () => {
  it('has no gap, whatever pages of history join it', () => {
    const page = fc.record({ before: fc.nat({ max: 60 }), limit: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 50 }), fc.array(page), (bodies, pages) => {
        const room = roomAfter(bodies.map((body) => (it) => it.send(READER, body)));
        const start = applyChanges(emptyState(READER), { ...room.changes(READER, 0), messages: [] });
        const state = pages.reduce(
          (all, each) => applyHistory(all, room.id, room.before(each.before, each.limit)),
          start,
        );
        const { log } = held(state);
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, place) => (log[0]?.seq ?? 0) + place));
      }),
    );
  });
});
