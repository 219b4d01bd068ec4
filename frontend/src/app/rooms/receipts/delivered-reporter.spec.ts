import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { RealtimeClient } from '../../realtime/realtime-client';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../store/chat-store';
import { DeliveredReporter } from './delivered-reporter';
import { membership, message, nora, room } from '../testing/builders';

describe('DeliveredReporter', () => {
  let wire: FakeWire;
  let chat: ChatStore;

  /** Lets what was heard be taken in and answered for. */
  const settle = async (): Promise<void> => {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(500);
  };
  const head = (lastSeq: number) => {
    const { role: _role, unread: _unread, joinedAt: _joinedAt, ...me } = membership();
    return { roomId: 'r-1', rev: lastSeq, lastSeq, watermark: { readSeq: 0, deliveredSeq: 0 }, ...me };
  };

  beforeEach(async () => {
    vi.useFakeTimers();
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: signal<User | null>(nora), ended: vi.fn() } },
      ],
    });
    chat = TestBed.inject(ChatStore);
    TestBed.inject(DeliveredReporter);
    TestBed.tick();
    const held = room({ lastSeq: 2, rev: 2, lastMessage: message(2) });
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/rooms?limit=200')
      .flush({ items: [held], next: null });
    wire.ready([head(2)]);
    await settle();
  });

  afterEach(() => vi.useRealTimers());

  it('tells once connected what the list of rooms has brought', async () => {
    expect(wire.take()).toMatchObject({ name: 'receipt:delivered', payload: { roomId: 'r-1', seq: 2 } });
    await settle();
    expect(wire.asked).toEqual([]);
  });

  it('tells what arrives, and takes in how far the server has noted it', async () => {
    wire.take().answer({ ok: true, deliveredSeq: 2 });
    wire.say('events', [{ type: 'message.created', roomId: 'r-1', rev: 3, message: message(3) }]);
    await settle();
    const told = wire.take();
    expect(told.payload).toEqual({ roomId: 'r-1', seq: 3 });
    told.answer({ ok: true, deliveredSeq: 3 });
    await settle();
    expect(chat.room('r-1')?.room.me).toMatchObject({ deliveredSeq: 3, readSeq: 0 });
    expect(wire.asked).toEqual([]);
  });

  it('tells it again where the server could not note it just now', async () => {
    wire.take().answer({ ok: false, error: { code: 'unavailable', detail: 'Not now' } });
    await settle();
    await settle();
    expect(wire.take().payload).toEqual({ roomId: 'r-1', seq: 2 });
  });

  it('tells it again over the next connection where it was lost', async () => {
    const lost = wire.take();
    wire.drop();
    lost.lose();
    TestBed.inject(RealtimeClient).retryNow();
    wire.ready([head(2)]);
    await settle();
    expect(wire.take().payload).toEqual({ roomId: 'r-1', seq: 2 });
  });
});
