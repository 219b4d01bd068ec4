import { leads } from './leads';

/** The browser's locks: one holder at a time, the next in the row follows. */
class FakeLocks implements Pick<LockManager, 'request'> {
  private readonly row: (() => Promise<unknown>)[] = [];
  private isHeld = false;

  async request(_name: string, ...rest: unknown[]): Promise<never> {
    const [{ signal }, grant] = rest as [{ signal: AbortSignal }, () => Promise<unknown>];
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

describe('leads', () => {
  const settle = () => vi.waitFor(() => Promise.resolve());

  it('lets one tab lead, and the next one after it', async () => {
    const locks = new FakeLocks() as unknown as LockManager;
    const [first, second, third]: boolean[][] = [[], [], []];
    const tabs = [first, second, third].map((heard) => leads('n', locks).subscribe((leading) => heard?.push(leading)));
    await settle();
    expect([first, second, third]).toEqual([[false, true], [false], [false]]);
    tabs[1]?.unsubscribe();
    tabs[0]?.unsubscribe();
    await settle();
    await settle();
    expect(second).toEqual([false]);
    expect(third).toEqual([false, true]);
  });

  it('lets every tab lead where the browser has no locks', () => {
    const heard: boolean[] = [];
    leads('n', undefined).subscribe((leading) => heard.push(leading));
    expect(heard).toEqual([true]);
  });
});
