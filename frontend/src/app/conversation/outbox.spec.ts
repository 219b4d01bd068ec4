import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../auth/session-store';
import { RealtimeClient } from '../realtime/realtime-client';
import { FakeWire } from '../realtime/testing/fake-wire';
import { grace, message, nora } from '../rooms/testing/builders';
import { Outbox } from './outbox';

describe('Outbox', () => {
  let wire: FakeWire;
  let outbox: Outbox;
  const who = signal<User | null>(nora);

  const states = (): string[] => outbox.entries().map(({ body, state }) => `${body}: ${state}`);
  const bodies = (): unknown[] => wire.asked.map(({ payload }) => (payload as { body: string }).body);
  const settle = async (): Promise<void> => {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(0);
  };
  const send = async (body: string, roomId = 'r-1'): Promise<void> => {
    outbox.send(roomId, body);
    await settle();
  };
  const accept = async (seq: number): Promise<void> => {
    wire.take().answer({ ok: true, message: message(seq, { senderId: nora.id }) });
    await settle();
  };
  const refuse = async (code: string, detail: string): Promise<void> => {
    wire.take().answer({ ok: false, error: { code, detail } });
    await settle();
  };

  beforeEach(async () => {
    vi.useFakeTimers();
    who.set(nora);
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [...wire.providers(), { provide: SessionStore, useValue: { user: who } }],
    });
    outbox = TestBed.inject(Outbox);
    TestBed.inject(RealtimeClient).start();
    wire.ready();
    await settle();
  });

  afterEach(() => vi.useRealTimers());

  it('shows a message at once and sends it', async () => {
    await send('one');
    expect(states()).toEqual(['one: waiting']);
    await accept(1);
    expect(states()).toEqual(['one: stored']);
  });

  it('sends one message of a room at a time, in order', async () => {
    await send('one');
    await send('two');
    expect(bodies()).toEqual(['one']);
    await accept(1);
    expect(bodies()).toEqual(['two']);
  });

  it('lets no room wait for another', async () => {
    await send('one', 'r-1');
    await send('two', 'r-2');
    expect(bodies()).toEqual(['one', 'two']);
  });

  it('waits without a connection, and goes out in order once it is back', async () => {
    wire.say('disconnect', 'transport close');
    await send('one');
    await send('two');
    expect(bodies()).toEqual([]);
    wire.ready();
    await settle();
    expect(bodies()).toEqual(['one']);
  });

  it('keeps the clientId for the next try when the answer was lost', async () => {
    await send('one');
    const first = wire.take();
    wire.say('disconnect', 'transport close');
    first.lose();
    await settle();
    expect(states()).toEqual(['one: waiting']);
    wire.ready();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(wire.take().payload).toEqual(first.payload);
  });

  it('says why a message was refused, and goes on with the next', async () => {
    await send('one');
    await send('two');
    await refuse('forbidden', 'You may not write here');
    expect(outbox.entries()[0]).toMatchObject({ state: 'failed', reason: 'You may not write here.' });
    expect(bodies()).toEqual(['two']);
  });

  it('tries again where the server only asked for patience', async () => {
    await send('one');
    await refuse('rate_limited', 'Too many messages');
    expect(states()).toEqual(['one: waiting']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(bodies()).toEqual(['one']);
  });

  it('sends a refused message again under its clientId when asked to', async () => {
    await send('one');
    const { payload } = wire.asked[0] ?? { payload: null };
    await refuse('forbidden', 'You may not write here');
    outbox.tryAgain(outbox.entries()[0]?.clientId ?? '');
    await settle();
    expect(wire.take().payload).toEqual(payload);
    expect(states()).toEqual(['one: waiting']);
  });

  it('never sends what was discarded before its turn', async () => {
    await send('one');
    await send('two');
    outbox.discard([outbox.entries()[1]?.clientId ?? '']);
    await accept(1);
    expect(bodies()).toEqual([]);
    expect(states()).toEqual(['one: stored']);
  });

  it('is empty for whoever signs in next, and sends nothing in their name', async () => {
    wire.say('disconnect', 'transport close');
    await send('secret');
    who.set(grace);
    await settle();
    wire.ready();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states()).toEqual([]);
    expect(bodies()).toEqual([]);
  });
});
