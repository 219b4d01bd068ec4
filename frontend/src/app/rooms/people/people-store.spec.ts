import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Account, User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { LocalStore } from '../../core/local/local-store';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { PeopleStore } from './people-store';
import { grace, member, nora, room, user } from '../testing/builders';

const zoe = user('u-zoe', 'Zoe');

describe('PeopleStore', () => {
  let wire: FakeWire;
  let http: HttpTestingController;
  let people: PeopleStore;
  const who = signal<User | null>(nora);

  const asked = () => http.match(({ url }) => url === '/api/v1/users');
  const gather = (): void => {
    vi.advanceTimersByTime(50);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    who.set(nora);
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: who, account: signal<Account | null>(null), ended: vi.fn() } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    people = TestBed.inject(PeopleStore);
    TestBed.tick();
    http.expectOne('/api/v1/rooms?limit=200').flush({ items: [room({ kind: 'direct', peer: grace })], next: null });
    TestBed.tick();
  });

  afterEach(() => {
    http.verify();
    vi.useRealTimers();
  });

  it('knows the others of direct conversations', () => {
    expect(people.nameOf(grace.id)).toBe('Grace Lindqvist');
  });

  it('looks up together whoever is asked for and not known, and each of them once', () => {
    for (const id of [zoe.id, 'u-max', zoe.id]) expect(people.nameOf(id)).toBeNull();
    gather();
    const [request] = asked();
    expect(request?.request.params.get('ids')).toBe('u-zoe,u-max');
    request?.flush({ items: [zoe], next: null });
    expect([people.nameOf(zoe.id), people.nameOf('u-max')]).toEqual(['Zoe', null]);
    gather();
    expect(asked()).toEqual([]);
  });

  it('asks for at most a hundred at once', () => {
    for (let index = 0; index < 130; index += 1) people.nameOf(`u-${index}`);
    gather();
    expect(asked().map(({ request }) => request.params.get('ids')?.split(',').length)).toEqual([100, 30]);
  });

  it('asks again after a failure', () => {
    people.nameOf(zoe.id);
    gather();
    asked()[0]?.error(new ProgressEvent('error'));
    vi.advanceTimersByTime(1_000);
    asked()[0]?.flush({ items: [zoe], next: null });
    expect(people.nameOf(zoe.id)).toBe('Zoe');
  });

  it('learns a new name from whoever changes it, and names from members', () => {
    wire.say('events', [{ type: 'user.updated', user: { ...grace, displayName: 'Grace L.' } }]);
    wire.say('events', [{ type: 'member.updated', roomId: 'r-1', rev: 1, member: member(zoe) }]);
    expect([people.nameOf(grace.id), people.nameOf(zoe.id)]).toEqual(['Grace L.', 'Zoe']);
    http.match(({ url }) => url.endsWith('/changes'));
  });

  it('forgets everybody for whoever signs in next', () => {
    people.learn([zoe]);
    who.set(null);
    TestBed.tick();
    expect(people.nameOf(zoe.id)).toBeNull();
  });

  it('knows people from the last time before the network answers, and looks them up again once it does', () => {
    people.learn([zoe]);
    TestBed.tick();
    vi.advanceTimersByTime(5_000);
    const local = TestBed.inject(LocalStore);
    http.match(() => true);
    TestBed.resetTestingModule();
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: who, account: signal<Account | null>(null), ended: vi.fn() } },
        { provide: LocalStore, useValue: local },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    people = TestBed.inject(PeopleStore);
    TestBed.tick();
    expect(people.nameOf(zoe.id)).toBe('Zoe');
    wire.ready();
    const renewed = { ...zoe, displayName: 'Zoe Marsh' };
    asked()[0]?.flush({ items: [renewed], next: null });
    expect(people.nameOf(zoe.id)).toBe('Zoe Marsh');
    http.match(() => true);
  });
});
