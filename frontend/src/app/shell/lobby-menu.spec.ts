import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Room } from '#shared';
import { Quiet } from '../notifications/quiet';
import { ChatStore } from '../rooms/chat-store';
import { RoomActions } from '../rooms/room-actions';
import { membership, room } from '../rooms/testing/builders';
import { LobbyMenu } from './lobby-menu';

describe('the menu of the lobby', () => {
  const markAllRead = vi.fn();

  beforeEach(() => localStorage.clear());
  afterEach(() => {
    localStorage.clear();
    markAllRead.mockClear();
  });

  async function open(rooms: readonly Room[] = []) {
    TestBed.configureTestingModule({
      imports: [LobbyMenu],
      providers: [
        provideRouter([]),
        { provide: ChatStore, useValue: { rooms: signal(rooms) } },
        { provide: RoomActions, useValue: { markAllRead } },
      ],
    });
    // What its template defers is found out asynchronously.
    await TestBed.compileComponents();
    const fixture = TestBed.createComponent(LobbyMenu);
    await fixture.whenStable();
    (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('button')?.click();
    await fixture.whenStable();
    const entry = (name: RegExp) =>
      [...document.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')].find((item) =>
        name.test(item.textContent),
      );
    const choose = async (name: RegExp): Promise<void> => {
      entry(name)?.click();
      await fixture.whenStable();
    };
    return { entry, choose };
  }

  it('turns do not disturb on, and says until when', async () => {
    const { entry, choose } = await open();
    expect(entry(/^Do not disturb$/)).toBeDefined();
    await choose(/^Do not disturb$/);
    await choose(/^For 1 hour$/);
    expect(TestBed.inject(Quiet).isOn()).toBe(true);
    expect(entry(/^Do not disturb until /)).toBeDefined();
  });

  it('reads everything where something waits, and only there', async () => {
    const waiting = await open([room({ me: membership({ unread: 2 }) })]);
    await waiting.choose(/^Mark everything as read$/);
    expect(markAllRead).toHaveBeenCalledOnce();
    TestBed.resetTestingModule();
    const calm = await open([room()]);
    expect(calm.entry(/^Mark everything as read$/)?.disabled).toBe(true);
  });
});
