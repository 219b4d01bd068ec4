import { TestBed } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { PageReload } from '../core/page-reload';
import { ClientUpdate } from './client-update';

describe('ClientUpdate', () => {
  const versionUpdates = new Subject<{ type: string }>();
  const unrecoverable = new Subject<void>();
  const checkForUpdate = vi.fn(() => Promise.resolve(false));
  const reload = { now: vi.fn(), byItself: vi.fn(() => true) };

  function setUp(isEnabled = true): ClientUpdate {
    vi.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: SwUpdate, useValue: { isEnabled, versionUpdates, unrecoverable, checkForUpdate } },
        { provide: PageReload, useValue: reload },
      ],
    });
    return TestBed.inject(ClientUpdate);
  }

  it('says when a new version waits, and does nothing until it is asked to', () => {
    const update = setUp();
    versionUpdates.next({ type: 'VERSION_DETECTED' });
    expect(update.isReady()).toBe(false);
    versionUpdates.next({ type: 'VERSION_READY' });
    expect(update.isReady()).toBe(true);
    expect(reload.now).not.toHaveBeenCalled();
    update.take();
    expect(reload.now).toHaveBeenCalledOnce();
  });

  it('lets it wait', () => {
    const update = setUp();
    versionUpdates.next({ type: 'VERSION_READY' });
    update.later();
    expect(update.isReady()).toBe(false);
  });

  it('loads the page anew where what was kept is damaged', () => {
    setUp();
    unrecoverable.next();
    expect(reload.byItself).toHaveBeenCalledOnce();
  });

  it('does not mind a look that fails', async () => {
    const update = setUp();
    checkForUpdate.mockRejectedValueOnce(new Error('away'));
    await expect(update.look()).resolves.toBeUndefined();
  });

  it('does not wait for a worker that never answers', async () => {
    vi.useFakeTimers();
    const update = setUp();
    checkForUpdate.mockReturnValueOnce(new Promise(() => undefined));
    const looked = vi.fn();
    void update.look().then(looked);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(looked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(looked).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('looks for nothing where there is no worker', async () => {
    await setUp(false).look();
    expect(checkForUpdate).not.toHaveBeenCalled();
  });
});
