import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Room } from '#shared';
import { SessionStore } from '../auth/session-store';
import { ChatStore, type LoadState } from '../rooms/store/chat-store';
import { CreateRoom } from '../rooms/directory/create-room';
import { nora, room } from '../rooms/testing/builders';
import { OpenSwitcher } from './switcher/open-switcher';
import { WelcomePage } from './welcome-page';

describe('the welcome page', () => {
  const rooms = signal<readonly Room[]>([]);
  const loadState = signal<LoadState>('ready');
  const open = vi.fn();

  async function setUp() {
    open.mockClear();
    TestBed.configureTestingModule({
      imports: [WelcomePage],
      providers: [
        provideRouter([]),
        { provide: SessionStore, useValue: { user: signal(nora) } },
        { provide: ChatStore, useValue: { rooms, loadState } },
        { provide: CreateRoom, useValue: { open: vi.fn() } },
        { provide: OpenSwitcher, useValue: { open } },
      ],
    });
    // What its template defers is found out asynchronously.
    await TestBed.compileComponents();
    const fixture = TestBed.createComponent(WelcomePage);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const buttons = () => [...host.querySelectorAll('button')];
    const press = (label: string) =>
      buttons()
        .find(({ textContent }) => textContent.includes(label))
        ?.click();
    return { host, buttons, press };
  }

  it('greets, and leaves the ways on to the list while that is empty', async () => {
    rooms.set([]);
    loadState.set('ready');
    const { host, buttons } = await setUp();
    expect(host.querySelector('[role="heading"]')?.textContent).toMatch(/^Good \w+, Nora$/);
    expect(buttons()).toEqual([]);
  });

  it('does not take conversations that are not known yet for none', async () => {
    rooms.set([]);
    loadState.set('loading');
    const { host } = await setUp();
    expect(host.textContent).toContain('Choose a conversation on the left');
  });

  it('offers a new chat and the switcher beside conversations', async () => {
    rooms.set([room()]);
    const { press } = await setUp();
    press('Jump to');
    expect(open).toHaveBeenCalledOnce();
    press('New chat');
    await vi.waitFor(() =>
      expect([...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent.trim())).toEqual([
        'Message a person',
        'Create a room',
        'Browse rooms',
      ]),
    );
  });
});
