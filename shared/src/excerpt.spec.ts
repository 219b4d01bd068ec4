import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyHeads, emptyState, isBehind, type ChatState, type RoomState } from './apply-event.js';
import { excerpt } from './excerpt.js';
import { applied, caughtUp, fetched, held, READER, roomAfter, type Act } from './testing/reader.js';

const anybody = fc.constantFrom(READER, 'ada', 'grace');
const guest = fc.constantFrom('ada', 'grace');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(anybody, fc.string()).map(
      ([who, text]): Act =>
        (room) =>
          room.send(who, text),
    ),
  },
  fc.tuple(fc.nat(), fc.string()).map(
    ([n, text]): Act =>
      (room) =>
        room.edit(1 + (n % (room.lastSeq + 1)), text),
  ),
  fc.nat().map(
    (n): Act =>
      (room) =>
        room.delete(1 + (n % (room.lastSeq + 1))),
  ),
  fc.string().map(
    (name): Act =>
      (room) =>
        room.rename(name),
  ),
  guest.map(
    (who): Act =>
      (room) =>
        room.join(who),
  ),
  guest.map(
    (who): Act =>
      (room) =>
        room.leave(who),
  ),
  fc.tuple(anybody, fc.nat()).map(
    ([who, n]): Act =>
      (room) =>
        room.read(who, n % (room.lastSeq + 1)),
  ),
);
const history = fc.array(act, { maxLength: 40 });
const size = fc.record({ messages: fc.integer({ min: 1, max: 30 }), members: fc.nat({ max: 3 }) });

/** A state that has been away: on a device, as text. */
const restored = (kept: RoomState): ChatState => ({
  ...emptyState(READER),
  rooms: { room: JSON.parse(JSON.stringify(kept)) as RoomState },
});

/** The newest messages of what a fresh fetch gives, as many as are held; cursors of others are told by no change. */
const comparable = (state: ChatState, messages: number): unknown => {
  const { room, log, heardRev } = held(state);
  return { room, heardRev, log: messages === 0 ? [] : log.slice(-messages) };
};

describe('a state that is kept and taken up again', () => {
  it('comes to what a fresh fetch gives, whenever it was kept and whatever happened meanwhile', () => {
    fc.assert(
      fc.property(history, history, history, size, (before, seen, missed, kept) => {
        const room = roomAfter(before);
        const live = applied(
          fetched(room),
          seen.flatMap((each) => each(room)),
        );
        const state = restored(excerpt(held(live), kept));
        for (const each of missed) each(room);
        const caught = caughtUp(state, room);
        const { log } = held(caught);
        expect(isBehind(held(caught))).toBe(false);
        expect(comparable(caught, log.length)).toEqual(comparable(fetched(room), log.length));
      }),
    );
  });

  it('goes on with live events from there', () => {
    fc.assert(
      fc.property(history, history, history, size, (before, missed, after, kept) => {
        const room = roomAfter(before);
        const state = restored(excerpt(held(fetched(room)), kept));
        for (const each of missed) each(room);
        const caught = caughtUp(state, room);
        const live = applied(
          caught,
          after.flatMap((each) => each(room)),
        );
        const { log } = held(live);
        expect(comparable(live, log.length)).toEqual(comparable(fetched(room), log.length));
      }),
    );
  });

  it('has no gap in its log', () => {
    fc.assert(
      fc.property(history, history, size, (before, missed, kept) => {
        const room = roomAfter(before);
        const state = restored(excerpt(held(fetched(room)), kept));
        for (const each of missed) each(room);
        const { log } = held(caughtUp(state, room));
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, place) => (log[0]?.seq ?? 0) + place));
      }),
    );
  });

  it('keeps everybody of a small room, and the writers of a large one', () => {
    const room = roomAfter([
      (it) => it.join('ada'),
      (it) => it.join('grace'),
      (it) => it.send('ada', 'first'),
      (it) => it.send('grace', 'second'),
    ]);
    const state = held(fetched(room));
    expect(Object.keys(excerpt(state, { messages: 1, members: 3 }).members).sort()).toEqual(['ada', 'grace', READER]);
    expect(Object.keys(excerpt(state, { messages: 1, members: 2 }).members)).toEqual(['grace']);
  });

  it('lets go of a room that its reader is in no longer', () => {
    const state = restored(excerpt(held(fetched(roomAfter([]))), { messages: 10, members: 10 }));
    expect(applyHeads(state, []).rooms).toEqual({});
  });
});
