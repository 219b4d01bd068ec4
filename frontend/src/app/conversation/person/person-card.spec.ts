import { Dialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Presence, User } from '#shared';
import { of, throwError } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ApiError } from '../../core/api-error';
import { ChatStore } from '../../rooms/store/chat-store';
import { OpenFind } from '../../rooms/find/open-find';
import { OpenRoom } from '../../rooms/open-room';
import { PeopleStore } from '../../rooms/people/people-store';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { grace, nora, room } from '../../rooms/testing/builders';
import { PersonCard } from './person-card';

const NOW = new Date('2026-06-11T12:00:00.000Z');
const DIRECT = room({ id: 'r-grace', kind: 'direct', name: null, peer: grace });

describe('PersonCard', () => {
  const known = signal<User | null>(grace);
  const presence = signal<Presence | null>(null);
  const openId = signal<string | null>(null);
  const rooms = signal([DIRECT]);
  const open = vi.fn();
  const closeAll = vi.fn();

  function render(userId = grace.id) {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: DIALOG_DATA, useValue: userId },
        { provide: DialogRef, useValue: { close: vi.fn() } },
        { provide: Dialog, useValue: { closeAll } },
        { provide: SessionStore, useValue: { user: signal(nora) } },
        { provide: PeopleStore, useValue: { userOf: () => known() } },
        {
          provide: RoomSigns,
          useValue: { presenceOf: presence, isOnline: () => presence()?.online === true, minute: () => NOW },
        },
        { provide: ChatStore, useValue: { rooms } },
        { provide: OpenRoom, useValue: { id: openId } },
        { provide: OpenFind, useValue: { open } },
      ],
    });
    const fixture = TestBed.createComponent(PersonCard);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const message = () =>
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Message');
    return { fixture, element, message };
  }

  beforeEach(() => {
    vi.resetAllMocks();
    known.set(grace);
    presence.set(null);
    openId.set('r-1');
    rooms.set([DIRECT]);
  });

  it('says who somebody is and whether they are there, as far as they show it', () => {
    known.set({ ...grace, about: 'Bread and rivers' });
    const { fixture, element } = render();
    expect(element.querySelector('h2')?.textContent).toContain('Grace Lindqvist');
    expect(element.textContent).toContain('@grace.lindqvist');
    expect(element.textContent).toContain('Bread and rivers');
    expect(element.querySelector('.presence')).toBeNull();
    presence.set({ online: true, lastSeenAt: null });
    fixture.detectChanges();
    expect(element.querySelector('.presence')?.textContent).toBe('Online');
  });

  it('opens the conversation that there is, and asks for one where there is none', () => {
    open.mockReturnValue(of(undefined));
    const { message } = render();
    message()?.click();
    expect(open).toHaveBeenLastCalledWith({ kind: 'conversation', room: DIRECT });
    expect(closeAll).toHaveBeenCalledTimes(1);
    rooms.set([]);
    message()?.click();
    expect(open).toHaveBeenLastCalledWith({ kind: 'person', user: grace });
  });

  it('stays and says why where the conversation cannot be begun', () => {
    open.mockReturnValue(throwError(() => new ApiError('unavailable', 'No way', 0)));
    const { fixture, element, message } = render();
    message()?.click();
    fixture.detectChanges();
    expect(element.querySelector('[role=alert]')?.textContent).not.toBe('');
    expect(closeAll).not.toHaveBeenCalled();
  });

  it('offers no way to where one is already, and to oneself only the profile', () => {
    openId.set('r-grace');
    expect(render().message()).toBeUndefined();
    TestBed.resetTestingModule();
    known.set(nora);
    const { element, message } = render(nora.id);
    expect(message()).toBeUndefined();
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/settings/profile');
  });

  it('says so where nothing is known', () => {
    known.set(null);
    const { element } = render();
    expect(element.querySelector('h2')?.textContent).toBe('Somebody');
  });
});
