import { signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { TestBed } from '@angular/core/testing';
import type { Presence } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { type Connection, ConnectionStore } from '../../realtime/connection-store';
import { PeopleStore } from '../people/people-store';
import { ChatStore } from '../store/chat-store';
import { Today } from '../today';
import { RoomSigns } from './room-signs';

const ONLINE = { status: 'online' } as Connection;
const AWAY = { status: 'offline' } as Connection;
const THERE: Presence = { online: true, lastSeenAt: null };

describe('RoomSigns', () => {
  const connection = signal<Connection>(AWAY);
  const state = signal<{ presence: Record<string, Presence>; typing: Record<string, string[]> }>({
    presence: {},
    typing: {},
  });

  beforeEach(() => {
    vi.useFakeTimers();
    connection.set(AWAY);
    state.set({ presence: {}, typing: {} });
    TestBed.configureTestingModule({
      providers: [
        { provide: ChatStore, useValue: { state, room: () => null } },
        { provide: PeopleStore, useValue: { nameOf: (id: string) => id } },
        { provide: SessionStore, useValue: { account: () => null, user: () => null } },
        { provide: Today, useValue: { minute: signal(new Date()) } },
        { provide: ConnectionStore, useFactory: () => ({ connection, connection$: toObservable(connection) }) },
      ],
    });
  });
  afterEach(() => vi.useRealTimers());

  /** A page that has been connected for a minute, on which Grace is there and types. */
  function page() {
    const signs = TestBed.inject(RoomSigns);
    const is = (next: Connection, forMs: number): void => {
      connection.set(next);
      TestBed.tick();
      vi.advanceTimersByTime(forMs);
      TestBed.tick();
    };
    is(ONLINE, 60_000);
    state.set({ presence: { grace: THERE }, typing: { 'r-1': ['grace'] } });
    return { is, shown: () => [signs.isOnline('grace'), signs.typistsIn('r-1').length] };
  }
  /** What the server says of people at the beginning of a connection is that it says it anew. */
  const clear = () => state.update((held) => ({ ...held, presence: {} }));

  it('keep who is there through a short break, until the server has told it anew', () => {
    const { is, shown } = page();
    is(AWAY, 1_000);
    expect(shown()).toEqual([true, 1]);
    clear();
    is(ONLINE, 1_000);
    expect(shown()).toEqual([true, 1]);
    state.update((held) => ({ ...held, presence: { grace: { online: false, lastSeenAt: null } } }));
    expect(shown()).toEqual([false, 1]);
  });

  it('forget who the server does not speak of once it has had the time to', () => {
    const { is, shown } = page();
    is(AWAY, 1_000);
    expect(shown()).toEqual([true, 1]);
    clear();
    is(ONLINE, 3_000);
    expect(shown()).toEqual([false, 1]);
  });

  it('say nothing of anybody once the break is felt', () => {
    const { is, shown } = page();
    is(AWAY, 2_000);
    expect(shown()).toEqual([false, 0]);
  });

  it('begin anew after a break that was felt', () => {
    const { is, shown } = page();
    expect(shown()[0]).toBe(true);
    is(AWAY, 2_000);
    expect(shown()[0]).toBe(false);
    clear();
    is(ONLINE, 100);
    expect(shown()[0]).toBe(false);
    is(ONLINE, 1_000);
    expect(shown()[0]).toBe(false);
  });
});
