import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Chime } from './chime';
import type { Notice } from './decide';
import { NoticeBoard } from './notice-board';
import { NotificationPermission } from './permission';
import { Presenter } from './presenter';
import { NotificationSettingsStore } from './settings-store';
import { held, heldRoom, membership, message, settings } from './testing';

const notice = (seq: number, given: Partial<Notice> = {}): Notice => ({
  roomId: 'r-1',
  seq,
  title: 'Grace',
  body: `Message ${seq}`,
  face: null,
  isMention: false,
  ...given,
});

describe('Presenter', () => {
  const board = {
    show: vi.fn(() => Promise.resolve(true)),
    close: vi.fn(() => Promise.resolve()),
    shown: vi.fn(() => Promise.resolve(new Map<string, number>())),
  };
  const chime = { play: vi.fn(() => Promise.resolve(true)) };
  let permission = 'granted';
  let presenter: Presenter;

  beforeEach(() => {
    vi.useFakeTimers();
    permission = 'granted';
    vi.clearAllMocks();
  });
  afterEach(() => vi.useRealTimers());

  function setUp(sound = { on: false, volume: 0.6 }): void {
    TestBed.configureTestingModule({
      providers: [
        { provide: NoticeBoard, useValue: board },
        { provide: Chime, useValue: chime },
        { provide: NotificationPermission, useValue: { check: () => permission } },
        { provide: NotificationSettingsStore, useValue: { settings: signal(settings({ sound })) } },
      ],
    });
    presenter = TestBed.inject(Presenter);
  }

  it('shows in silence as long as no sound is wanted', async () => {
    setUp();
    await presenter.present(notice(1));
    expect(board.show).toHaveBeenCalledExactlyOnceWith(notice(1), { alertsAgain: true, isSilent: true });
    expect(chime.play).not.toHaveBeenCalled();
  });

  it('plays its own sound, and keeps that of the system back', async () => {
    setUp({ on: true, volume: 0.4 });
    await presenter.present(notice(1));
    expect(chime.play).toHaveBeenCalledExactlyOnceWith(0.4);
    expect(board.show).toHaveBeenCalledWith(notice(1), { alertsAgain: true, isSilent: true });
  });

  it('lets the system sound while the browser keeps the page silent', async () => {
    setUp({ on: true, volume: 0.4 });
    chime.play.mockResolvedValueOnce(false);
    await presenter.present(notice(1));
    expect(board.show).toHaveBeenCalledWith(notice(1), { alertsAgain: true, isSilent: false });
  });

  it('only counts on in a conversation that has just been heard, but for a mention', async () => {
    setUp({ on: true, volume: 0.4 });
    await presenter.present(notice(1));
    await presenter.present(notice(2));
    expect(board.show).toHaveBeenLastCalledWith(notice(2), { alertsAgain: false, isSilent: true });
    expect(chime.play).toHaveBeenCalledOnce();
    await presenter.present(notice(3, { isMention: true }));
    await presenter.present(notice(1, { roomId: 'r-2' }));
    expect(chime.play).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(20_000);
    await presenter.present(notice(4));
    expect(chime.play).toHaveBeenCalledTimes(4);
  });

  it('can be heard where it may not be seen', async () => {
    setUp({ on: true, volume: 0.4 });
    permission = 'default';
    await presenter.present(notice(1));
    expect(chime.play).toHaveBeenCalledOnce();
    expect(board.show).not.toHaveBeenCalled();
  });

  it('takes away what was read elsewhere, once', async () => {
    setUp();
    await presenter.present(notice(2));
    presenter.tidy(held(heldRoom([message(2)], { me: membership({ readSeq: 1 }) })));
    expect(board.close).not.toHaveBeenCalled();
    const read = held(heldRoom([message(2)], { me: membership({ readSeq: 2 }) }));
    presenter.tidy(read);
    presenter.tidy(read);
    expect(board.close).toHaveBeenCalledExactlyOnceWith('r-1');
  });

  it('takes away what an earlier page has left up, once it was read', async () => {
    setUp();
    board.shown.mockResolvedValueOnce(new Map([['r-1', 2]]));
    await presenter.takeOver();
    presenter.tidy(held(heldRoom([message(2)], { me: membership({ readSeq: 1 }) })));
    expect(board.close).not.toHaveBeenCalled();
    presenter.tidy(held(heldRoom([message(2)], { me: membership({ readSeq: 2 }) })));
    expect(board.close).toHaveBeenCalledExactlyOnceWith('r-1');
  });

  it('does not show what was read while the sound began', async () => {
    setUp({ on: true, volume: 0.4 });
    const presented = presenter.present(notice(2));
    presenter.tidy(held(heldRoom([message(2)], { me: membership({ readSeq: 2 }) })));
    await presented;
    expect(board.show).not.toHaveBeenCalled();
  });
});
