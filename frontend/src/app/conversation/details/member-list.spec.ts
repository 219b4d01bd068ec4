import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { roomState, type Member, type RoomState } from '#shared';
import { of, Subject, throwError, type Observable } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ApiError } from '../../core/api-error';
import { Dialogs } from '../../core/dialogs';
import { ChatStore } from '../../rooms/store/chat-store';
import { MemberSearch } from '../../rooms/people/member-search';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { RoomsApi } from '../../rooms/store/rooms-api';
import { grace, member, membership, nora, room, user } from '../../rooms/testing/builders';
import { MemberList } from './member-list';
import { RoomDetailsStore } from './room-details-store';

const tom = member(user('u-tom', 'Tom Hartley'));
const rené = member(user('u-rene', 'René Thomas'));
const unreached = () => new ApiError('unavailable', 'the server cannot be reached', 0);

describe('the members in the details of a room', () => {
  const held = signal<RoomState>(roomState(room()));
  const addMembers = (_: string, page: readonly Member[]) =>
    held.update((state) => ({
      ...state,
      members: { ...state.members, ...Object.fromEntries(page.map((each) => [each.user.id, each])) },
    }));

  const ask = vi.fn<() => Promise<boolean | undefined>>();

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  async function open(
    memberCount: number,
    {
      known = [member(nora, { role: 'owner' }), member(grace), rené],
      members = (): Observable<readonly Member[]> => of([]),
      findMembers = (): Observable<readonly Member[]> => of([]),
      removeMember = (): Observable<void> => of(undefined),
    } = {},
  ) {
    held.set(roomState(room({ memberCount })));
    addMembers('r-1', known);
    TestBed.configureTestingModule({
      providers: [
        MemberSearch,
        RoomDetailsStore,
        { provide: MAT_DIALOG_DATA, useValue: 'r-1' },
        { provide: ChatStore, useValue: { room: () => held(), addMembers } },
        { provide: RoomsApi, useValue: { members, findMembers, removeMember } },
        { provide: Dialogs, useValue: { open: ask } },
        { provide: RoomSigns, useValue: { isOnline: () => false } },
        { provide: SessionStore, useValue: { user: signal(nora) } },
      ],
    });
    const fixture = TestBed.createComponent(MemberList);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async (ms = 0): Promise<void> => {
      TestBed.tick();
      await vi.advanceTimersByTimeAsync(ms);
      TestBed.tick();
    };
    await settle();
    const field = () => element.querySelector('input');
    const type = async (text: string, ms = 200): Promise<void> => {
      const input = field();
      if (!input) throw new Error('no field');
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await settle(ms);
    };
    const names = () =>
      [...element.querySelectorAll('.name')].map((name) => name.textContent.replace('(you)', '').trim());
    const press = (text: string) =>
      [...element.querySelectorAll('button')].find((button) => button.textContent.trim() === text)?.click();
    return { element, settle, field, type, names, press };
  }

  it('can be searched once they are more than a look takes in', async () => {
    expect((await open(10)).field()).toBeNull();
    TestBed.resetTestingModule();
    expect((await open(11)).field()).not.toBeNull();
  });

  it('show those at once whose name holds what is typed, whatever its accents', async () => {
    const list = await open(11);
    await list.type('RENE', 0);
    expect(list.names()).toEqual(['René Thomas']);
    await list.type('', 0);
    expect(list.names()).toEqual(['Nora Whitfield', 'Grace Lindqvist', 'René Thomas']);
  });

  it('are looked for on the server where not all are known', async () => {
    const answer = new Subject<readonly Member[]>();
    const list = await open(11, { findMembers: () => answer });
    await list.type('hart');
    expect(list.element.querySelector('parley-skeleton-rows')).not.toBeNull();
    answer.next([tom]);
    answer.complete();
    await list.settle();
    expect(list.names()).toEqual(['Tom Hartley']);
    expect(list.element.querySelector('[role="status"]')?.textContent).toBe('1 result');
  });

  it('say that nobody matches', async () => {
    const list = await open(11);
    await list.type('zzz');
    expect(list.element.textContent).toContain('No member matches.');
  });

  it('say that the server does not answer, keep whom they know, and ask again', async () => {
    const findMembers = vi.fn<() => Observable<readonly Member[]>>(() => throwError(unreached));
    const list = await open(11, { findMembers });
    await list.type('t');
    expect(list.names()).toEqual(['Nora Whitfield', 'Grace Lindqvist', 'René Thomas']);
    expect(list.element.querySelector('[role="alert"]')?.textContent).toContain('The server does not answer.');
    findMembers.mockReturnValue(of([tom]));
    list.press('Try again');
    await list.settle(200);
    expect(list.names()).toContain('Tom Hartley');
    expect(list.element.querySelector('[role="alert"]')).toBeNull();
  });

  it('are asked for where none are known, and again after a failure', async () => {
    const members = vi.fn<() => Observable<readonly Member[]>>(() => throwError(unreached));
    const list = await open(3, { known: [], members });
    expect(list.element.querySelector('[role="alert"]')?.textContent).toContain('The server does not answer.');
    members.mockReturnValue(of([member(nora), member(grace), tom]));
    list.press('Try again');
    await list.settle();
    expect(list.names()).toHaveLength(3);
  });

  it('are removed only once that is meant', async () => {
    const removeMember = vi.fn(() => of(undefined));
    const me = member(nora, { role: 'owner' });
    const list = await open(2, { known: [me, member(grace)], removeMember });
    held.update((state) => ({ ...state, room: room({ kind: 'private', me: membership({ role: 'owner' }) }) }));
    await list.settle();
    const remove = async (): Promise<void> => {
      list.element.querySelector<HTMLElement>('parley-member-menu button')?.click();
      await list.settle();
      const entries = [...document.querySelectorAll<HTMLElement>('[mat-menu-item]')];
      entries.find(({ textContent }) => textContent.trim() === 'Remove from the room')?.click();
      await list.settle(200);
    };
    ask.mockResolvedValue(undefined);
    await remove();
    expect(ask).toHaveBeenLastCalledWith(expect.anything(), {
      data: { name: 'Grace Lindqvist', isOpenToAll: false },
      width: '420px',
    });
    expect(removeMember).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    await remove();
    expect(removeMember).toHaveBeenCalledExactlyOnceWith('r-1', grace.id);
  });

  it('give the search back with Escape before anything closes', async () => {
    const list = await open(11);
    const above = vi.fn();
    list.element.addEventListener('keydown', above);
    await list.type('rene', 0);
    const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    list.field()?.dispatchEvent(escape());
    await list.settle();
    expect(list.names()).toHaveLength(3);
    expect(above).not.toHaveBeenCalled();
    list.field()?.dispatchEvent(escape());
    expect(above).toHaveBeenCalledOnce();
  });
});
