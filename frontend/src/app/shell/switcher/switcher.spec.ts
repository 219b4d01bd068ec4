import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import type { Presence } from '#shared';
import { EMPTY, of, throwError } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ApiError } from '../../core/api-error';
import { ChatStore } from '../../rooms/store/chat-store';
import type { Command } from '../../rooms/find/command';
import { OpenFind } from '../../rooms/find/open-find';
import type { FindTarget } from '../../rooms/find/finds';
import { PeopleStore } from '../../rooms/people/people-store';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { RoomsApi } from '../../rooms/store/rooms-api';
import { Dialogs } from '../../core/dialogs';
import { grace, nora, room } from '../../rooms/testing/builders';
import { Commands } from './commands';
import { Switcher } from './switcher';

const rooms = [room({ id: 'retro', name: 'Retro' }), room({ id: 'release', name: 'Release 2.8' })];

describe('the switcher', () => {
  const create: Command = { id: 'new', label: 'Create a room', alias: '', icon: 'plus', run: () => undefined };
  const opened: FindTarget[] = [];
  const [close, closeAll] = [vi.fn(), vi.fn()];

  async function setUp(outcome = () => of<unknown>(undefined)) {
    opened.length = 0;
    vi.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ChatStore, useValue: { rooms: signal(rooms), room: () => rooms[0] } },
        { provide: PeopleStore, useValue: { everybody: signal([grace]), learn: () => undefined } },
        { provide: SessionStore, useValue: { user: signal(nora) } },
        { provide: RoomsApi, useValue: { people: () => EMPTY, directory: () => EMPTY } },
        {
          provide: RoomSigns,
          useValue: { presenceOf: (): Presence | null => null, isOnline: () => false, minute: signal(new Date()) },
        },
        { provide: Commands, useValue: { all: signal([create]) } },
        {
          provide: OpenFind,
          useValue: {
            open: (target: FindTarget) => {
              opened.push(target);
              return outcome();
            },
          },
        },
        { provide: MatDialogRef, useValue: { close } },
        { provide: Dialogs, useValue: { closeAll } },
      ],
    });
    HTMLElement.prototype.scrollIntoView = () => undefined;
    const fixture = TestBed.createComponent(Switcher);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const field = host.querySelector('input')!;
    return {
      host,
      field,
      async type(text: string) {
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await fixture.whenStable();
      },
      async press(key: string) {
        field.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
        await fixture.whenStable();
      },
      options: () => [...host.querySelectorAll('[role="option"] .title')].map(({ textContent }) => textContent),
      active: () => host.querySelector('[aria-selected="true"] .title')?.textContent,
    };
  }

  it('begins with the recent conversations, and the first of them chosen', async () => {
    const { options, active, field, host } = await setUp();
    expect(options()).toEqual(['Retro', 'Release 2.8']);
    expect(active()).toBe('Retro');
    const id = field.getAttribute('aria-activedescendant');
    expect(host.querySelector(`[id="${id}"]`)?.getAttribute('aria-selected')).toBe('true');
  });

  it('marks what was typed', async () => {
    const { host, type } = await setUp();
    await type('rel');
    expect([...host.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Rel']);
  });

  it('moves by the arrows, around the ends, and opens what it has come to', async () => {
    const { active, press } = await setUp();
    await press('ArrowUp');
    expect(active()).toBe('Release 2.8');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(active()).toBe('Release 2.8');
    await press('Enter');
    expect(opened).toEqual([{ kind: 'conversation', room: rooms[1] }]);
    expect(closeAll).toHaveBeenCalledOnce();
  });

  it('begins at the best again with each letter', async () => {
    const { active, press, type } = await setUp();
    await press('ArrowDown');
    await type('gra');
    expect(active()).toBe('Grace Lindqvist');
    await press('Enter');
    expect(opened).toEqual([{ kind: 'person', user: grace }]);
  });

  it('closes with what was chosen to be done', async () => {
    const { press, type } = await setUp();
    await type('>');
    await press('Enter');
    expect(close).toHaveBeenCalledExactlyOnceWith(create);
    expect(opened).toEqual([]);
  });

  it('stays and says why, where something could not be opened', async () => {
    const { host, press } = await setUp(() => throwError(() => new ApiError('unavailable', 'The server is away', 0)));
    await press('Enter');
    expect(close).not.toHaveBeenCalled();
    expect(host.querySelector('[role="alert"]')?.textContent).toContain('The server is away.');
  });

  it('says that nothing fits', async () => {
    const { host, type } = await setUp();
    await type('>zzz');
    expect(host.querySelector('.note')?.textContent).toContain('zzz');
  });
});
