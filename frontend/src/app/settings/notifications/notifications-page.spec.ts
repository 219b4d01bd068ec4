import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Chime } from '../../notifications/chime';
import { NoticeBoard } from '../../notifications/notice-board';
import { NotificationPermission, type Permission } from '../../notifications/permission';
import { NotificationSettingsStore } from '../../notifications/settings-store';
import { NotificationsPage } from './notifications-page';

describe('NotificationsPage', () => {
  const state = signal<Permission>('default');
  const permission = { state, ask: vi.fn(() => Promise.resolve(state())), check: vi.fn(() => state()) };
  const board = { showTest: vi.fn(() => Promise.resolve(true)) };
  const chime = { play: vi.fn(() => Promise.resolve(true)) };

  beforeEach(() => {
    localStorage.clear();
    vi.clearAllMocks();
    state.set('default');
  });
  afterEach(() => localStorage.clear());

  async function setUp() {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: NotificationPermission, useValue: permission },
        { provide: NoticeBoard, useValue: board },
        { provide: Chime, useValue: chime },
      ],
    });
    const fixture = TestBed.createComponent(NotificationsPage);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (name: string): Promise<void> => {
      const all = [...page.querySelectorAll('button'), ...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      const found = all.find(({ textContent }) => textContent.trim() === name);
      if (!found) throw new Error(`no button "${name}"`);
      found.click();
      await fixture.whenStable();
    };
    const turn = async (label: string): Promise<void> => {
      const rows = [...page.querySelectorAll('parley-switch-row')];
      rows
        .find(({ textContent }) => textContent.includes(label))
        ?.querySelector('input')
        ?.click();
      await fixture.whenStable();
    };
    const settings = TestBed.inject(NotificationSettingsStore).settings;
    return { page, press, turn, settings };
  }

  it('lets the browser ask when the button is pressed, and not before', async () => {
    const { page, press } = await setUp();
    expect(permission.ask).not.toHaveBeenCalled();
    await press('Allow notifications');
    expect(permission.ask).toHaveBeenCalledOnce();
    expect(page.textContent).toContain('Nothing has changed.');
  });

  it('sends a test where it is allowed, and says what to think of it', async () => {
    state.set('granted');
    const { page, press } = await setUp();
    await press('Send a test');
    expect(page.textContent).toContain('Sent.');
    board.showTest.mockResolvedValueOnce(false);
    await press('Send a test');
    expect(page.textContent).toContain('installed as an app');
  });

  it('tells how to undo a block, and looks again', async () => {
    state.set('denied');
    const { page, press } = await setUp();
    expect(page.querySelector('parley-permission-panel')?.textContent).toContain('Then check again');
    await press('Check again');
    expect(page.textContent).toContain('Still blocked.');
  });

  it.each<[Permission, string]>([
    ['insecure', 'https'],
    ['unsupported', 'home screen'],
  ])('says why there are none: %s', async (why, word) => {
    state.set(why);
    const { page } = await setUp();
    expect(page.querySelector('parley-permission-panel')?.textContent).toContain(word);
    expect(page.querySelector('parley-permission-panel button')).toBeNull();
  });

  it('plays the sound when it is turned on, and as loud as is chosen', async () => {
    const { page, turn, settings } = await setUp();
    expect(page.querySelector('parley-volume-row')).toBeNull();
    await turn('soft sound');
    expect(chime.play).toHaveBeenLastCalledWith(0.6);
    expect(settings().sound.on).toBe(true);
    const volume = page.querySelector<HTMLInputElement>('parley-volume-row input');
    if (!volume) throw new Error('no volume');
    volume.value = '0.9';
    volume.dispatchEvent(new Event('change'));
    expect(settings().sound.volume).toBe(0.9);
    expect(chime.play).toHaveBeenLastCalledWith(0.9);
  });

  it('turns quiet on for a while and off again', async () => {
    const { page, press, settings } = await setUp();
    await press('Turn on');
    await press('For 1 hour');
    expect(settings().quiet.until).not.toBeNull();
    expect(page.textContent).toContain('Do not disturb until');
    await press('Turn off');
    expect(settings().quiet.until).toBeNull();
    expect(page.textContent).toContain('Do not disturb is off');
  });

  it('shows the hours only while there is a schedule', async () => {
    const { page, turn, settings } = await setUp();
    expect(page.querySelector('parley-quiet-hours')).toBeNull();
    await turn('set times');
    expect(settings().quiet.schedule.on).toBe(true);
    expect(page.querySelector('parley-quiet-hours')).not.toBeNull();
  });
});
