import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter } from '@angular/router';
import type { Room } from '#shared';
import { Quiet } from '../notifications/quiet';
import { ChatStore } from '../rooms/store/chat-store';
import { RoomActions } from '../rooms/menu/room-actions';
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
    return TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
  }

  it('turns do not disturb on, and says until when', async () => {
    const menu = await open();
    await menu.clickItem({ text: 'Do not disturb' }, { text: 'For 1 hour' });
    expect(TestBed.inject(Quiet).isOn()).toBe(true);
    await menu.open();
    expect(await menu.getItems({ text: /^Do not disturb until / })).toHaveLength(1);
  });

  it('turns it off again, where it says how long it lasts', async () => {
    const menu = await open();
    await menu.clickItem({ text: 'Do not disturb' }, { text: 'For 1 hour' });
    await menu.clickItem({ text: /^Do not disturb until / }, { text: 'Turn off' });
    expect(TestBed.inject(Quiet).isOn()).toBe(false);
  });

  it('reads everything where something waits', async () => {
    const menu = await open([room({ me: membership({ unread: 2 }) })]);
    await menu.clickItem({ text: 'Mark everything as read' });
    expect(markAllRead).toHaveBeenCalledOnce();
  });

  it('has nothing to read where nothing waits', async () => {
    const menu = await open([room()]);
    const [entry] = await menu.getItems({ text: 'Mark everything as read' });
    expect(await entry?.isDisabled()).toBe(true);
  });
});
