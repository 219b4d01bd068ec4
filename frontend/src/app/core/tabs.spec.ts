import { TestBed } from '@angular/core/testing';
import type { Subscription } from 'rxjs';
import { Tabs } from './tabs';

/** The browser's locks: one holder at a time, the next in the row follows. */
class FakeLocks {
  private readonly row: (() => Promise<unknown>)[] = [];
  private isHeld = false;

  async request(_name: string, { signal }: { signal: AbortSignal }, grant: () => Promise<unknown>): Promise<never> {
    return new Promise((_, reject) => {
      this.row.push(grant);
      signal.addEventListener('abort', () => {
        const at = this.row.indexOf(grant);
        if (at >= 0) this.row.splice(at, 1);
        reject(new DOMException('no longer wanted', 'AbortError'));
      });
      void this.next();
    });
  }

  private async next(): Promise<void> {
    if (this.isHeld) return;
    const grant = this.row.shift();
    if (!grant) return;
    this.isHeld = true;
    await grant();
    this.isHeld = false;
    void this.next();
  }
}

describe('what only one tab does', () => {
  afterEach(() => vi.unstubAllGlobals());

  let alone: string[];
  beforeEach(() => (alone = []));
  const ask = (tab: string): Subscription =>
    TestBed.inject(Tabs)
      .alone('n')
      .subscribe(() => alone.push(tab));

  it('is done by one, and after it by the next who still wants to', async () => {
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
    const [first, second] = [ask('first'), ask('second'), ask('third')];
    expect(alone).toEqual(['first']);
    second.unsubscribe();
    first.unsubscribe();
    await vi.waitFor(() => expect(alone).toEqual(['first', 'third']));
  });

  it('is done by every tab where the browser has no locks', () => {
    vi.stubGlobal('navigator', {});
    ask('first');
    ask('second');
    expect(alone).toEqual(['first', 'second']);
  });

  it('is done by every tab where the browser refuses its locks', async () => {
    const request = () => Promise.reject(new DOMException('nothing may be kept', 'SecurityError'));
    vi.stubGlobal('navigator', { locks: { request } });
    ask('first');
    ask('second');
    await vi.waitFor(() => expect(alone).toEqual(['first', 'second']));
  });
});

describe('a line between tabs', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('carries what one says to the others who have it, until they let go of it', async () => {
    const tabs = TestBed.inject(Tabs);
    const [speaker, listener, gone, elsewhere] = [tabs.line('n'), tabs.line('n'), tabs.line('n'), tabs.line('m')];
    const heard: unknown[] = [];
    for (const line of [speaker, gone, elsewhere]) line.heard$.subscribe(() => heard.push('too much'));
    listener.heard$.subscribe((word) => heard.push(word));
    gone.close();
    speaker.say({ roomId: 'r-1' });
    speaker.say('done');
    await vi.waitFor(() => expect(heard).toEqual([{ roomId: 'r-1' }, 'done']));
    for (const line of [speaker, listener, elsewhere]) line.close();
  });

  it('is silent where the browser has none', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const line = TestBed.inject(Tabs).line('n');
    expect(() => {
      line.say('anybody?');
      line.close();
    }).not.toThrow();
  });
});
