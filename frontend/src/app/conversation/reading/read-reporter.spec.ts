import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { RealtimeClient } from '../../realtime/realtime-client';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../../rooms/store/chat-store';
import { membership, nora, room } from '../../rooms/testing/builders';
import { head } from '../../rooms/testing/chat-page';
import { Attention } from '../../core/attention';
import { LogView } from '../timeline/log-view';
import { ReadReporter } from './read-reporter';
import { TimelineStore } from '../timeline/timeline-store';

describe('ReadReporter', () => {
  const isHere = signal(true);
  const isSettled = signal(true);
  const seenSeq = signal(0);
  let wire: FakeWire;
  let chat: ChatStore;

  const settle = async (forMs = 0): Promise<void> => {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(forMs);
  };
  const read = async (seq: number): Promise<void> => {
    seenSeq.set(seq);
    await settle();
  };
  const refuse = async (code: string): Promise<void> => {
    wire.take().answer({ ok: false, error: { code, detail: 'Not now' } });
    await settle();
  };
  const payloads = () => wire.asked.map(({ payload }) => payload);

  beforeEach(async () => {
    vi.useFakeTimers();
    isHere.set(true);
    isSettled.set(true);
    seenSeq.set(0);
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        ReadReporter,
        { provide: SessionStore, useValue: { user: signal<User | null>(nora) } },
        { provide: Attention, useValue: { isHere } },
        { provide: LogView, useValue: { seenSeq } },
        {
          provide: TimelineStore,
          useFactory: () => ({
            roomId: () => 'r-1',
            state: () => 'ready',
            isSettled,
            held: computed(() => chat.room('r-1')),
          }),
        },
      ],
    });
    chat = TestBed.inject(ChatStore);
    TestBed.inject(ReadReporter);
    TestBed.tick();
    const held = room({ lastSeq: 9, rev: 9, me: membership({ unread: 9 }) });
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/rooms?limit=200')
      .flush({ items: [held], next: null });
    wire.ready([head('r-1', 9)]);
    await settle();
  });

  afterEach(() => vi.useRealTimers());

  it('tells what was seen, and takes in how far the server has noted it', async () => {
    await read(4);
    expect(payloads()).toEqual([{ roomId: 'r-1', seq: 4 }]);
    wire.take().answer({ ok: true, readSeq: 4, unread: 5 });
    await settle();
    expect(chat.room('r-1')?.room.me).toMatchObject({ readSeq: 4, unread: 5 });
  });

  it('tells nothing before it is known what was unread', async () => {
    isSettled.set(false);
    await read(4);
    expect(payloads()).toEqual([]);
    isSettled.set(true);
    await settle();
    expect(payloads()).toEqual([{ roomId: 'r-1', seq: 4 }]);
  });

  it('tells again what the server could not note just now', async () => {
    await read(9);
    await refuse('rate_limited');
    expect(payloads()).toEqual([]);
    await settle(1_000);
    expect(payloads()).toEqual([{ roomId: 'r-1', seq: 9 }]);
    await refuse('unavailable');
    await settle(2_000);
    expect(payloads()).toEqual([{ roomId: 'r-1', seq: 9 }]);
  });

  it('does not tell again what was read elsewhere meanwhile, nor what was refused for good', async () => {
    await read(4);
    await refuse('rate_limited');
    wire.say('events', [{ type: 'receipt.updated', roomId: 'r-1', userId: nora.id, readSeq: 4, deliveredSeq: 4 }]);
    await settle(5_000);
    expect(payloads()).toEqual([]);
    await read(6);
    await refuse('forbidden');
    await settle(5_000);
    expect(payloads()).toEqual([]);
  });

  it('tells it once over the next connection where the last was lost', async () => {
    await read(4);
    const lost = wire.take();
    wire.drop();
    lost.lose();
    await settle();
    TestBed.inject(RealtimeClient).retryNow();
    wire.ready([head('r-1', 9)]);
    await settle(5_000);
    expect(payloads()).toEqual([{ roomId: 'r-1', seq: 4 }]);
  });
});
