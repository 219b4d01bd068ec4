import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Notice } from './decide';
import { NoticeBoard } from './notice-board';

const notice: Notice = { roomId: 'r-1', seq: 7, title: 'Grace', body: 'Hello', face: null, isMention: false };
const LOUD = { alertsAgain: true, isSilent: false };

interface Browser {
  readonly hasWorker?: boolean;
  readonly Notification?: unknown;
}

class FakeNotification {
  static readonly all: FakeNotification[] = [];
  onclick: (() => void) | null = null;
  onclose: (() => void) | null = null;
  readonly close = vi.fn(() => this.onclose?.());

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    FakeNotification.all.push(this);
  }
}

describe('NoticeBoard', () => {
  const focus = vi.fn();
  let workers: EventTarget & { getRegistration: () => Promise<unknown> };
  let registration: {
    active: object;
    showNotification: ReturnType<typeof vi.fn>;
    getNotifications: ReturnType<typeof vi.fn>;
  };
  let hasFocus: boolean;
  let view: EventTarget;
  let board: NoticeBoard;
  let chosen: string[];

  function setUp({ hasWorker = false, Notification = FakeNotification }: Browser = {}): void {
    vi.clearAllMocks();
    FakeNotification.all.length = 0;
    hasFocus = true;
    registration = { active: {}, showNotification: vi.fn(), getNotifications: vi.fn(() => Promise.resolve([])) };
    workers = Object.assign(new EventTarget(), {
      getRegistration: () => Promise.resolve(hasWorker ? registration : undefined),
    });
    view = Object.assign(new EventTarget(), { focus, navigator: { serviceWorker: workers }, Notification });
    const document = { defaultView: view, hasFocus: () => hasFocus, querySelectorAll: () => [] };
    TestBed.configureTestingModule({ providers: [{ provide: DOCUMENT, useValue: document }] });
    board = TestBed.inject(NoticeBoard);
    chosen = [];
    board.chosen$.subscribe((roomId) => chosen.push(roomId));
  }
  const click = (data: object): void => {
    workers.dispatchEvent(new MessageEvent('message', { data: { type: 'NOTIFICATION_CLICK', data } }));
  };

  it('shows one notification a conversation, with the mark where it is not known who wrote', async () => {
    setUp();
    await expect(board.show(notice, LOUD)).resolves.toBe(true);
    const [shown] = FakeNotification.all;
    expect(shown?.title).toBe('Grace');
    expect(shown?.options).toMatchObject({
      body: 'Hello',
      tag: 'r-1',
      icon: 'icons/icon-192.png',
      renotify: true,
      silent: false,
    });
  });

  it('brings the tab to the front on a click, and says which conversation was chosen', async () => {
    setUp();
    await board.show(notice, LOUD);
    FakeNotification.all[0]?.onclick?.();
    expect(focus).toHaveBeenCalledOnce();
    expect(chosen).toEqual(['r-1']);
    expect(FakeNotification.all[0]?.close).toHaveBeenCalledOnce();
  });

  it('chooses nothing by a click on a test', async () => {
    setUp();
    await board.showTest();
    FakeNotification.all[0]?.onclick?.();
    expect(focus).toHaveBeenCalledOnce();
    expect(chosen).toEqual([]);
  });

  it('shows through the service worker where there is one, which finds the way by itself', async () => {
    setUp({ hasWorker: true });
    await expect(
      board.show({ ...notice, face: { id: 'u-grace', name: 'Grace', picture: '/p.webp' } }, LOUD),
    ).resolves.toBe(true);
    const onActionClick = { default: { operation: 'focusLastFocusedOrOpen', url: '/rooms/r-1' } };
    const data = { roomId: 'r-1', seq: 7, onActionClick };
    expect(registration.showNotification).toHaveBeenCalledExactlyOnceWith(
      'Grace',
      expect.objectContaining({ tag: 'r-1', icon: '/p.webp', data }),
    );
    expect(FakeNotification.all).toEqual([]);
  });

  it('acts on a click that the worker tells of only in the tab that comes to the front', () => {
    setUp({ hasWorker: true });
    click({ action: '', notification: { data: { roomId: 'r-1' } } });
    expect(chosen).toEqual(['r-1']);
    hasFocus = false;
    click({ action: '', notification: { data: { roomId: 'r-2' } } });
    expect(chosen).toEqual(['r-1']);
    hasFocus = true;
    view.dispatchEvent(new Event('focus'));
    expect(chosen).toEqual(['r-1', 'r-2']);
  });

  it('skips what the worker says of something else', () => {
    setUp({ hasWorker: true });
    click({ action: '', notification: { title: 'no data' } });
    workers.dispatchEvent(new MessageEvent('message', { data: 'hello' }));
    expect(chosen).toEqual([]);
  });

  it('takes down what it has put up, and what another tab has through the worker', async () => {
    setUp();
    await board.show(notice, LOUD);
    await board.close('r-1');
    expect(FakeNotification.all[0]?.close).toHaveBeenCalledOnce();
    TestBed.resetTestingModule();
    setUp({ hasWorker: true });
    const shown = { close: vi.fn() };
    registration.getNotifications.mockResolvedValue([shown]);
    await board.close('r-1');
    expect(registration.getNotifications).toHaveBeenCalledWith({ tag: 'r-1' });
    expect(shown.close).toHaveBeenCalledOnce();
  });

  it('knows what is up still of what was put up through the worker', async () => {
    setUp({ hasWorker: true });
    registration.getNotifications.mockResolvedValue([{ data: { roomId: 'r-1', seq: 7 } }, { data: null }]);
    expect(await board.shown()).toEqual(new Map([['r-1', 7]]));
    TestBed.resetTestingModule();
    setUp();
    expect(await board.shown()).toEqual(new Map());
  });

  it('says when the browser did not take it', async () => {
    // What is no constructor is refused as phones refuse it.
    setUp({ Notification: () => undefined });
    await expect(board.showTest()).resolves.toBe(false);
  });
});
