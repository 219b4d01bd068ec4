import { BehaviorSubject, defer, NEVER, type Observable } from 'rxjs';
import { inTime } from '../../testing/in-time';
import { heldConnection, type Connection } from './connection';
import type { Heard } from './link';

const ready = { protocol: 1, userId: 'u-nora', serverTime: '2026-06-11T10:00:00.000Z', heads: [] };
/** What a connection hears: that it is let in, some events, that it is lost, that the server stops. */
const HEARD: Record<string, Heard> = {
  r: { kind: 'ready', ready },
  e: { kind: 'events', events: [] },
  l: { kind: 'lost', isPlanned: false },
  p: { kind: 'lost', isPlanned: true },
};
const NETWORK = { y: true, n: false };

const connecting: Connection = { status: 'connecting' };
const online: Connection = { status: 'online', ready };
const offline: Connection = { status: 'offline' };
const waiting = (attempt: number, nextTryAt: number, isPlanned = false): Connection => ({
  status: 'reconnecting',
  attempt,
  nextTryAt,
  isPlanned,
});
const trying = (attempt: number, isPlanned = false): Connection => ({
  status: 'reconnecting',
  attempt,
  nextTryAt: null,
  isPlanned,
});

/** Each try hears the next of these; those after the last hear nothing. */
function inTurn(links: readonly Observable<Heard>[]): Observable<Heard> {
  let turn = 0;
  return defer(() => links[turn++] ?? NEVER);
}

describe('a held connection', () => {
  const always = (random: number) => () => random;

  it('tries again after waits that double', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = cold('(l|)', HEARD);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER, random: always(1) });
      expectObservable(connection$, '^ 3499ms !').toBe('(ab) 496ms (cd) 996ms (ef)', {
        a: connecting,
        b: waiting(1, 500),
        c: trying(1),
        d: waiting(2, 1_500),
        e: trying(2),
        f: waiting(3, 3_500),
      });
    });
  });

  it('spreads the tries over the whole wait', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = cold('(l|)', HEARD);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER, random: always(0) });
      expectObservable(connection$, '^ 199ms !').toBe('(ab) 96ms (cd)', {
        a: connecting,
        b: waiting(1, 100),
        c: trying(1),
        d: waiting(2, 200),
      });
    });
  });

  it('begins anew with short waits once it was steady', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = inTurn([cold('(l|)', HEARD), cold('(re) 5996ms (l|)', HEARD), cold('r', HEARD)]);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER, random: always(1) });
      expectObservable(connection$, '^ 7s !').toBe('(ab) 496ms (cd) 5996ms e 499ms (fg)', {
        a: connecting,
        b: waiting(1, 500),
        c: trying(1),
        d: online,
        e: waiting(1, 7_000),
        f: trying(1),
        g: online,
      });
    });
  });

  it('waits longer each time for a server that lets it in only to drop it', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = cold('(rl|)', HEARD);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER, random: always(1) });
      expectObservable(connection$, '^ 600ms !').toBe('(aob) 495ms (cod)', {
        a: connecting,
        o: online,
        b: waiting(1, 500),
        c: trying(1),
        d: waiting(2, 1_500),
      });
    });
  });

  it('tries at once when there is a reason to', () => {
    inTime(({ cold, hot, expectObservable }) => {
      const link$ = inTurn([cold('(l|)', HEARD), cold('r', HEARD)]);
      const nudges$ = hot('200ms n');
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$, random: always(1) });
      expectObservable(connection$, '^ 900ms !').toBe('(ab) 196ms (cd)', {
        a: connecting,
        b: waiting(1, 500),
        c: trying(1),
        d: online,
      });
    });
  });

  it('tries nothing by itself without a network, and at once when it is back', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = inTurn([cold('(l|)', HEARD), cold('r', HEARD)]);
      const hasNetwork$ = cold('y 199ms n 59s y', NETWORK);
      const connection$ = heldConnection(link$, { hasNetwork$, nudges$: NEVER, random: always(1) });
      expectObservable(connection$, '^ 70s !').toBe('(ab) 196ms c 59s (de)', {
        a: connecting,
        b: waiting(1, 500),
        c: offline,
        d: trying(1),
        e: online,
      });
    });
  });

  it('tries without a network where there is a reason to, since the server may be near', () => {
    inTime(({ cold, hot, expectObservable }) => {
      const link$ = inTurn([cold('(l|)', HEARD), cold('(l|)', HEARD), cold('r', HEARD)]);
      const nudges$ = hot('30s n 29999ms n');
      const connection$ = heldConnection(link$, { hasNetwork$: cold('n', NETWORK), nudges$, random: always(1) });
      expectObservable(connection$, '^ 70s !').toBe('(ab) 29996ms (cb) 29996ms (de)', {
        a: connecting,
        b: offline,
        c: trying(1),
        d: trying(2),
        e: online,
      });
    });
  });

  it('gives up a try when the network goes meanwhile', () => {
    inTime(({ hot, expectObservable }) => {
      const hasNetwork$ = new BehaviorSubject(true);
      hot('2s n').subscribe(() => hasNetwork$.next(false));
      const connection$ = heldConnection(NEVER, { hasNetwork$, nudges$: NEVER });
      expectObservable(connection$, '^ 9s !').toBe('a 1999ms b', { a: connecting, b: offline });
    });
  });

  it('says that there is no network when that is why the connection was lost', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = inTurn([cold('r 8s (l|)', HEARD)]);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('n', NETWORK), nudges$: NEVER });
      expectObservable(connection$, '^ 20s !').toBe('(ab) 7997ms c', { a: connecting, b: online, c: offline });
    });
  });

  it('gives a server that stops on purpose the time to come back', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = inTurn([cold('r 9s (p|)', HEARD), cold('r', HEARD)]);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER, random: always(1) });
      expectObservable(connection$, '^ 12s !').toBe('(ab) 8997ms c 1999ms (de)', {
        a: connecting,
        b: online,
        c: waiting(1, 11_001, true),
        d: trying(1, true),
        e: online,
      });
    });
  });

  it('says that a server stops on purpose until it is back, however early it tries', () => {
    inTime(({ cold, expectObservable }) => {
      const links = [cold('r 9s (p|)', HEARD), cold('(l|)', HEARD), cold('r 9s (l|)', HEARD)];
      const connection$ = heldConnection(inTurn(links), {
        hasNetwork$: cold('y', NETWORK),
        nudges$: NEVER,
        random: always(0),
      });
      expectObservable(connection$, '^ 18310ms !').toBe('(ab) 8997ms c 99ms (de) 96ms (fg) 8997ms h 99ms i', {
        a: connecting,
        b: online,
        c: waiting(1, 9_101, true),
        d: trying(1, true),
        e: waiting(2, 9_201, true),
        f: trying(2, true),
        g: online,
        h: waiting(1, 18_302),
        i: trying(1),
      });
    });
  });

  it('waits no longer for a server that stops on purpose soon after it was back', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = inTurn([cold('(l|)', HEARD), cold('(l|)', HEARD), cold('(rp|)', HEARD)]);
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER, random: always(1) });
      expectObservable(connection$, '^ 1600ms !').toBe('(ab) 496ms (cd) 996ms (efg)', {
        a: connecting,
        b: waiting(1, 500),
        c: trying(1),
        d: waiting(2, 1_500),
        e: trying(2),
        f: online,
        g: waiting(1, 3_500, true),
      });
    });
  });

  it('ends for good where the link does', () => {
    inTime(({ cold, expectObservable }) => {
      const link$ = cold<Heard>('r 99ms #', HEARD, 'over');
      const connection$ = heldConnection(link$, { hasNetwork$: cold('y', NETWORK), nudges$: NEVER });
      expectObservable(connection$).toBe('(ab) 96ms #', { a: connecting, b: online }, 'over');
    });
  });
});
