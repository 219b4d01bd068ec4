import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { FOREVER, roomState, type Room } from '#shared';
import { hangingFrom } from '../../ui/menu-call';
import { ChatStore } from '../store/chat-store';
import { LeaveRoom } from './leave-room';
import { RoomActions } from './room-actions';
import { RoomMenu } from './room-menu';
import { membership, room } from '../testing/builders';

describe('the menu of a conversation', () => {
  const actions = { markRead: vi.fn(), prefer: vi.fn() };
  const ask = vi.fn();
  let opener: HTMLElement;

  beforeEach(() => {
    vi.clearAllMocks();
    opener = document.body.appendChild(document.createElement('button'));
  });
  afterEach(() => opener.remove());

  async function open(given: Room) {
    TestBed.configureTestingModule({
      providers: [
        { provide: ChatStore, useValue: { room: () => roomState(given), rooms: signal([given]) } },
        { provide: RoomActions, useValue: actions },
        { provide: LeaveRoom, useValue: { ask } },
      ],
    });
    const fixture = TestBed.createComponent(RoomMenu);
    fixture.componentRef.setInput('call', { roomId: given.id, ...hangingFrom(opener) });
    const marked: string[] = [];
    fixture.componentInstance.markedUnread.subscribe((roomId) => marked.push(roomId));
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
    const entries = async () => Promise.all((await menu.getItems()).map((entry) => entry.getText()));
    return { menu, entries, marked };
  }

  it('offers what can be done with a room in which nothing waits', async () => {
    const { entries } = await open(room());
    expect(await entries()).toEqual(['Mark as unread', 'Pin to the top', 'Mute', 'Archive', 'Leave room']);
  });

  it('offers the way back from how the room is kept', async () => {
    const pinnedAt = '2026-06-11T09:00:00.000Z';
    const me = membership({ unread: 2, pinnedAt, mutedUntil: FOREVER, archivedAt: pinnedAt });
    const { entries } = await open(room({ me }));
    expect(await entries()).toEqual(['Mark as read', 'Unpin', 'Unmute', 'Take out of the archive', 'Leave room']);
  });

  it('has no way out of a direct conversation', async () => {
    const { entries } = await open(room({ kind: 'direct' }));
    expect(await entries()).not.toContain('Leave room');
  });

  it('gives the focus back to who asked for it', async () => {
    const given = room();
    const { menu } = await open(given);
    await menu.clickItem({ text: 'Pin to the top' });
    expect(actions.prefer).toHaveBeenCalledExactlyOnceWith(given, { pinned: true });
    expect(document.activeElement).toBe(opener);
  });

  it('says which room was marked as unread, which should not stay open', async () => {
    const given = room();
    const { menu, marked } = await open(given);
    await menu.clickItem({ text: 'Mark as unread' });
    expect(actions.prefer).toHaveBeenCalledExactlyOnceWith(given, { markedUnread: true });
    expect(marked).toEqual(['r-1']);
  });

  it('mutes for as long as is chosen', async () => {
    const given = room();
    const { menu } = await open(given);
    await menu.clickItem({ text: 'Mute' }, { text: 'Always' });
    expect(actions.prefer).toHaveBeenCalledExactlyOnceWith(given, { mutedUntil: FOREVER });
  });

  it('reads the room, and asks before it is left', async () => {
    const given = room({ me: membership({ unread: 1 }) });
    const { menu } = await open(given);
    await menu.clickItem({ text: 'Mark as read' });
    expect(actions.markRead).toHaveBeenCalledExactlyOnceWith(given);
    await menu.clickItem({ text: 'Leave room' });
    expect(ask).toHaveBeenCalledExactlyOnceWith(given);
  });
});
