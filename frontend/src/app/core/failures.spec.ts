import { TestBed } from '@angular/core/testing';
import { Failures } from './failures';
import { PageReload } from './page-reload';
import { ServerProbe } from './server-probe';

const GONE = new TypeError('Failed to fetch dynamically imported module: /chunk-OLD.js');

describe('an error that nobody has dealt with', () => {
  let failures: Failures;
  let mayReload: boolean;
  const reloads: (string | undefined)[] = [];
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const answers = vi.fn<() => Promise<boolean>>();

  beforeEach(() => {
    mayReload = true;
    reloads.length = 0;
    logged.mockClear();
    answers.mockReset().mockResolvedValue(true);
    const byItself = (address?: string) => {
      if (mayReload) reloads.push(address);
      return mayReload;
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: PageReload, useValue: { byItself } },
        { provide: ServerProbe, useValue: { answers } },
      ],
    });
    failures = TestBed.inject(Failures);
  });

  it('is logged once however often it happens, and told with its detail', () => {
    const error = new Error('The log lost its place');
    failures.handleError(error);
    failures.dismiss();
    failures.handleError(error);
    expect(logged).toHaveBeenCalledOnce();
    expect(failures.current()).toMatchObject({ kind: 'unexpected' });
    expect(failures.current()?.detail).toContain('The log lost its place');
  });

  it('is nothing where the browser only remarks on layout', () => {
    failures.handleError(new Error('ResizeObserver loop completed with undelivered notifications.'));
    expect(failures.current()).toBeNull();
    expect(logged).not.toHaveBeenCalled();
  });

  it('loads the page anew where a part of the client is gone, and says nothing meanwhile', async () => {
    failures.onTheWay(GONE, '/people');
    failures.handleError(GONE);
    await vi.waitFor(() => expect(reloads).toEqual(['/people']));
    expect(failures.current()).toBeNull();
  });

  it('says what is missing where loading the page anew did not help', async () => {
    mayReload = false;
    failures.handleError(GONE);
    await vi.waitFor(() => expect(failures.current()?.kind).toBe('missing'));
  });

  it('keeps the page while there is no server to load it from, whatever the browser says of the network', async () => {
    answers.mockResolvedValue(false);
    failures.onTheWay(GONE, '/people');
    failures.handleError(GONE);
    await vi.waitFor(() => expect(failures.current()?.kind).toBe('missing'));
    expect(reloads).toEqual([]);
  });
});
