import { TestBed } from '@angular/core/testing';
import type { Event } from '#shared';
import { BehaviorSubject, Subject } from 'rxjs';
import { ServerProtocol } from '../core/server-protocol';
import { RealtimeClient } from './realtime-client';
import { FakeWire } from './testing/fake-wire';

describe('RealtimeClient', () => {
  let wire: FakeWire;
  let wakeUp: Subject<number>;
  let network: BehaviorSubject<boolean>;
  let client: RealtimeClient;

  beforeEach(() => {
    vi.useFakeTimers();
    wire = new FakeWire();
    wakeUp = new Subject();
    network = new BehaviorSubject(true);
    vi.spyOn(Math, 'random').mockReturnValue(1);
    TestBed.configureTestingModule({ providers: wire.providers(wakeUp, network) });
    client = TestBed.inject(RealtimeClient);
    client.start();
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('is online once the server says that nothing is missed from here on', () => {
    expect(client.state()).toBe('connecting');
    wire.ready();
    expect(client.state()).toBe('online');
  });

  it('tries again after a while, and later each time', () => {
    wire.ready();
    wire.drop();
    expect(client.connection()).toMatchObject({ status: 'reconnecting', attempt: 1, nextTryAt: Date.now() + 500 });
    expect(wire.connects).toBe(1);
    vi.advanceTimersByTime(500);
    expect(wire.connects).toBe(2);
    wire.refuseConnection('unavailable');
    vi.advanceTimersByTime(999);
    expect(wire.connects).toBe(2);
    vi.advanceTimersByTime(1);
    expect(wire.connects).toBe(3);
  });

  it('tries again at once when somebody looks, or asks for it', () => {
    wire.drop();
    wakeUp.next(0);
    expect(wire.connects).toBe(2);
    wire.refuseConnection('unavailable');
    client.retryNow();
    expect(wire.connects).toBe(3);
  });

  it('waits for the network where the device has none', () => {
    wire.ready();
    network.next(false);
    wire.drop();
    expect(client.state()).toBe('offline');
    vi.advanceTimersByTime(60_000);
    expect(wire.connects).toBe(1);
    network.next(true);
    expect(wire.connects).toBe(2);
  });

  it('tries without a network when asked to', () => {
    wire.ready();
    network.next(false);
    wire.drop();
    client.retryNow();
    wire.ready();
    expect(client.state()).toBe('online');
  });

  it('knows a planned stop of the server from a loss', () => {
    wire.ready();
    wire.drop(1012);
    expect(client.connection()).toMatchObject({
      status: 'reconnecting',
      isPlanned: true,
      nextTryAt: Date.now() + 2_000,
    });
  });

  it('goes no further with a server that speaks another version', () => {
    const ready = vi.fn();
    client.ready$.subscribe(ready);
    wire.ready([], 2);
    expect(client.state()).toBe('updating');
    expect(TestBed.inject(ServerProtocol).isOther()).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(wire.connects).toBe(1);
    expect(ready).not.toHaveBeenCalled();
  });

  it('connects anew when a connection gives no sign of life to somebody who comes back', async () => {
    wire.ready();
    const view = client.request('room:view', { roomId: 'r-1' });
    wire.take().answer({ ok: true });
    await view;
    wakeUp.next(40_000);
    expect(wire.take()).toMatchObject({ name: 'room:view', payload: { roomId: 'r-1' } });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(client.state()).toBe('reconnecting');
  });

  it('stays connected when it does', async () => {
    wire.ready();
    wakeUp.next(40_000);
    wire.take().answer({ ok: true });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.state()).toBe('online');
  });

  it('goes on with a try that is under way when somebody comes back after a long while', async () => {
    wire.ready();
    wire.drop();
    client.retryNow();
    wakeUp.next(40_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.state()).toBe('reconnecting');
    expect(wire.asked).toEqual([]);
    wire.ready();
    expect(client.state()).toBe('online');
  });

  it('ends where the server does not know the session, and does not come back', () => {
    const ended = vi.fn();
    client.ended$.subscribe(ended);
    wire.refuseConnection('unauthenticated');
    vi.advanceTimersByTime(60_000);
    expect(ended).toHaveBeenCalledOnce();
    expect(client.state()).toBe('signed-out');
    expect(wire.connects).toBe(1);
  });

  it('passes on the events it knows and skips what it cannot read', () => {
    const heard: Event[][] = [];
    client.events$.subscribe((events) => heard.push(events));
    const known = { type: 'room.removed', roomId: 'r-1' };
    wire.say('events', [{ type: 'reaction.added' }, known, { type: 'typing', roomId: 5 }]);
    wire.say('events', 'nonsense');
    expect(heard).toEqual([[known], []]);
  });

  it('answers a request with what the server adds', async () => {
    wire.ready();
    const answer = client.request('receipt:read', { roomId: 'r-1', seq: 3 });
    wire.take().answer({ ok: true, readSeq: 3, unread: 0 });
    await expect(answer).resolves.toEqual({ ok: true, readSeq: 3, unread: 0 });
  });

  it('refuses with the words of the server', async () => {
    wire.ready();
    const answer = client.request('room:view', { roomId: 'r-1' });
    wire.take().answer({ ok: false, error: { code: 'not_found', detail: 'There is no such room.' } });
    await expect(answer).rejects.toMatchObject({ code: 'not_found', detail: 'There is no such room.', status: 404 });
  });

  it('refuses as unavailable what gets no answer, or has nowhere to go', async () => {
    await expect(client.request('room:view', { roomId: null })).rejects.toMatchObject({ code: 'unavailable' });
    wire.ready();
    const answer = client.request('room:view', { roomId: null });
    wire.take().lose();
    await expect(answer).rejects.toMatchObject({ code: 'unavailable' });
  });
});
