import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../../rooms/store/chat-store';
import { MemberSearch } from '../../rooms/people/member-search';
import { grace, member, nora, room, user } from '../../rooms/testing/builders';
import { TimelineStore } from '../timeline/timeline-store';
import { MentionSource } from './mention-source';

const tom = user('u-tom', 'Tom Hartley');
const PATH = '/api/v1/rooms/r-1/members';

describe('MentionSource', () => {
  let http: HttpTestingController;
  let source: MentionSource;
  const names = (query: string) => source.find(query).map(({ displayName }) => displayName);

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        ...new FakeWire().providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        MemberSearch,
        MentionSource,
        { provide: SessionStore, useValue: { user: signal<User | null>(nora), account: () => null, ended: vi.fn() } },
        {
          provide: TimelineStore,
          useFactory: () => {
            const chat = TestBed.inject(ChatStore);
            return { roomId: () => 'r-1', held: () => chat.room('r-1'), room: () => chat.room('r-1')?.room ?? null };
          },
        },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    source = TestBed.inject(MentionSource);
    TestBed.tick();
    http.expectOne('/api/v1/rooms?limit=200').flush({ items: [room({ memberCount: 3 })], next: null });
    TestBed.inject(ChatStore).addMembers('r-1', [member(nora), member(grace)]);
  });

  afterEach(() => {
    vi.useRealTimers();
    http.verify();
  });

  it('knows the members of the room, the reader last', () => {
    expect(names('')).toEqual(['Grace Lindqvist', 'Nora Whitfield']);
  });

  it('asks the server for members who are not known, by what is typed', async () => {
    source.seek('to');
    expect(names('to')).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    http.expectOne(`${PATH}?q=to`).flush({ items: [member(tom)], next: null });
    expect(names('to')).toEqual(['Tom Hartley']);
  });

  it('asks for the first of them before anything is typed', async () => {
    source.seek('');
    await vi.advanceTimersByTimeAsync(200);
    http.expectOne(PATH).flush({ items: [member(tom)], next: null });
    expect(names('')).toContain('Tom Hartley');
  });

  it('asks for nobody once all are known', async () => {
    TestBed.inject(ChatStore).addMembers('r-1', [member(tom)]);
    source.seek('to');
    await vi.advanceTimersByTimeAsync(200);
    http.expectNone(() => true);
  });

  it('goes on with those it knows where the others cannot be had', async () => {
    source.seek('g');
    await vi.advanceTimersByTimeAsync(200);
    http.expectOne(`${PATH}?q=g`).error(new ProgressEvent('error'));
    expect(names('g')).toEqual(['Grace Lindqvist']);
  });
});
