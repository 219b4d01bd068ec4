import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ChatStore } from '../rooms/store/chat-store';
import { NotificationHint } from './notification-hint';
import { NotificationPermission, type Permission } from './permission';
import { NotificationSettingsStore } from './settings-store';
import { room } from './testing';

describe('NotificationHint', () => {
  const state = signal<Permission>('default');
  const rooms = signal([room()]);
  const ask = vi.fn(() => Promise.resolve('granted'));

  beforeEach(() => {
    localStorage.clear();
    state.set('default');
    rooms.set([room()]);
    ask.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: ChatStore, useValue: { rooms } },
        { provide: NotificationPermission, useValue: { state, ask } },
      ],
    });
  });
  afterEach(() => localStorage.clear());

  async function setUp(firstVisitAt: string | null = '2026-01-01T00:00:00.000Z') {
    TestBed.inject(NotificationSettingsStore).change({ firstVisitAt });
    const fixture = TestBed.createComponent(NotificationHint);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const press = async (name: string): Promise<void> => {
      const buttons = [...element.querySelectorAll('button')];
      buttons.find((button) => (button.ariaLabel ?? button.textContent).includes(name))?.click();
      await fixture.whenStable();
    };
    return { text: () => element.textContent.trim(), press, stable: () => fixture.whenStable() };
  }

  it('offers notifications to whoever was here before', async () => {
    expect((await setUp()).text()).toContain('Hear about new messages');
  });

  it('leaves newcomers alone, and remembers that they were here', async () => {
    const { text } = await setUp(null);
    expect(text()).toBe('');
    expect(TestBed.inject(NotificationSettingsStore).settings().firstVisitAt).not.toBeNull();
  });

  it.each<Permission>(['granted', 'denied', 'insecure', 'unsupported'])(
    'is not there where it is %s',
    async (other) => {
      state.set(other);
      expect((await setUp()).text()).toBe('');
    },
  );

  it('waits until there are conversations to hear of', async () => {
    rooms.set([]);
    const { text, stable } = await setUp();
    expect(text()).toBe('');
    rooms.set([room()]);
    await stable();
    expect(text()).not.toBe('');
  });

  it('lets the browser ask, and goes whatever the answer', async () => {
    const { text, press } = await setUp();
    await press('Turn on');
    expect(ask).toHaveBeenCalledOnce();
    expect(text()).toBe('');
  });

  it('goes for good when it is dismissed', async () => {
    const { press } = await setUp();
    await press('Do not show this again');
    expect(ask).not.toHaveBeenCalled();
    expect((await setUp()).text()).toBe('');
  });
});
