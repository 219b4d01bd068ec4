import { TestBed } from '@angular/core/testing';
import type { Event } from '#shared';
import { Subject } from 'rxjs';
import { RealtimeClient } from './realtime-client';
import { FakeWire } from './testing/fake-wire';

describe('RealtimeClient', () => {
  let wire: FakeWire;
  let wakeUp: Subject<void>;
  let client: RealtimeClient;

  beforeEach(() => {
    vi.useFakeTimers();
    wire = new FakeWire();
    wakeUp = new Subject();
    TestBed.configureTestingModule({ providers: wire.providers(wakeUp) });
    client = TestBed.inject(RealtimeClient);
    client.start();
  });

  afterEach(() => vi.useRealTimers());

  it('is online once the server says that nothing is missed from here on', () => {
    expect(client.state()).toBe('connecting');
    wire.ready();
    expect(client.state()).toBe('online');
  });

  it('tries again after a while, and later each time', () => {
    wire.ready();
    wire.say('disconnect', 'transport close');
    expect(client.state()).toBe('reconnecting');
    expect(wire.connects).toBe(1);
    vi.advanceTimersByTime(500);
    expect(wire.connects).toBe(2);
    wire.refuseConnection('unavailable');
    vi.advanceTimersByTime(499);
    expect(wire.connects).toBe(2);
    vi.advanceTimersByTime(501);
    expect(wire.connects).toBe(3);
  });

  it('tries again at once when somebody looks, or asks for it', () => {
    wire.say('disconnect', 'transport close');
    wakeUp.next();
    expect(wire.connects).toBe(2);
    wire.refuseConnection('unavailable');
    client.retryNow();
    expect(wire.connects).toBe(3);
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
