import { TestBed } from '@angular/core/testing';
import { Failures } from './failures';
import { PageReload } from './page-reload';

const GONE = new TypeError('Failed to fetch dynamically imported module: /chunk-OLD.js');

describe('an error that nobody has dealt with', () => {
  let failures: Failures;
  let mayReload: boolean;
  const reloads: (string | undefined)[] = [];
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const network = vi.spyOn(navigator, 'onLine', 'get');

  beforeEach(() => {
    mayReload = true;
    reloads.length = 0;
    logged.mockClear();
    network.mockReturnValue(true);
    const byItself = (address?: string) => {
      if (mayReload) reloads.push(address);
      return mayReload;
    };
    TestBed.configureTestingModule({ providers: [{ provide: PageReload, useValue: { byItself } }] });
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

  it('loads the page anew where a part of the client is gone, and says nothing meanwhile', () => {
    failures.onTheWay(GONE, '/people');
    failures.handleError(GONE);
    expect(reloads).toEqual(['/people']);
    expect(failures.current()).toBeNull();
  });

  it('says what is missing where loading the page anew did not help', () => {
    mayReload = false;
    failures.handleError(GONE);
    expect(failures.current()?.kind).toBe('missing');
  });

  it('keeps the page while there is no network to load it from', () => {
    network.mockReturnValue(false);
    failures.handleError(GONE);
    expect(reloads).toEqual([]);
    expect(failures.current()?.kind).toBe('missing');
  });
});
