import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Account, Room } from '#shared';
import { of } from 'rxjs';
import { AccountNews } from '../auth/account-news';
import { SessionStore } from '../auth/session-store';
import { anAccount } from '../auth/testing';
import { TabTitle } from '../core/tab-title';
import { Notifier } from '../notifications/notifier';
import { Quiet } from '../notifications/quiet';
import { ChatStore } from '../rooms/store/chat-store';
import { DeliveredReporter } from '../rooms/receipts/delivered-reporter';
import { membership, room } from '../rooms/testing/builders';
import { LookWhenBack } from './look-when-back';
import { OverlayLandmark } from './overlay-landmark';
import { Shell } from './shell';
import { ShellKeys } from './shell-keys';

/** What runs beside the pages and is of no matter here. */
const ASIDE = [AccountNews, DeliveredReporter, LookWhenBack, Notifier, OverlayLandmark, Quiet, ShellKeys].map(
  (provide) => ({ provide, useValue: {} }),
);

describe('what goes on for as long as somebody is signed in', () => {
  const account = signal<Account>(anAccount());
  const rooms = signal<readonly Room[]>([]);
  const forgetReads = vi.fn();
  const count = vi.fn();

  beforeEach(async () => {
    vi.useFakeTimers({ now: new Date(2026, 5, 11, 9, 30, 20) });
    vi.clearAllMocks();
    account.set(anAccount());
    rooms.set([]);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        ...ASIDE,
        { provide: SessionStore, useValue: { account } },
        { provide: ChatStore, useValue: { rooms, whenRestored: () => of(true), forgetReads } },
        { provide: TabTitle, useValue: { count } },
      ],
    });
    TestBed.overrideComponent(Shell, { set: { imports: [], providers: [], template: '' } });
    await TestBed.compileComponents();
    TestBed.createComponent(Shell);
    TestBed.tick();
  });
  afterEach(() => vi.useRealTimers());

  it('forgets the reads of others as soon as the own are hidden', () => {
    expect(forgetReads).not.toHaveBeenCalled();
    account.set(anAccount({ settings: { sharePresence: true, shareReceipts: false } }));
    TestBed.tick();
    expect(forgetReads).toHaveBeenCalledOnce();
  });

  it('counts what waits in a muted conversation in the moment in which its mute ends', () => {
    const mutedUntil = new Date(Date.now() + 10_000).toISOString();
    rooms.set([room({ lastSeq: 3, me: membership({ unread: 3, mutedUntil }) })]);
    TestBed.tick();
    vi.advanceTimersByTime(9_999);
    TestBed.tick();
    expect(count).toHaveBeenLastCalledWith(0);
    vi.advanceTimersByTime(1);
    TestBed.tick();
    expect(count).toHaveBeenLastCalledWith(3);
  });
});
