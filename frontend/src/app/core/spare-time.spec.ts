import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fetchAhead } from './fetch-ahead';
import { SPARE_TIME } from './spare-time';

describe('time to spare', () => {
  const connectedBy = (connection: object | undefined): void => {
    Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
  };
  const fetched = async (): Promise<number> => {
    const load = vi.fn(() => Promise.reject(new Error('no network')));
    TestBed.runInInjectionContext(() => fetchAhead(load));
    await TestBed.inject(ApplicationRef).whenStable();
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    return load.mock.calls.length;
  };

  beforeEach(() => vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run)));
  afterEach(() => {
    vi.unstubAllGlobals();
    connectedBy(undefined);
  });

  it('comes once the page stands; what cannot be fetched ahead is no failure', async () => {
    expect(TestBed.inject(SPARE_TIME)()).toBe(false);
    await vi.waitFor(() => expect(TestBed.inject(SPARE_TIME)()).toBe(true));
    expect(await fetched()).toBe(1);
  });

  it.each([{ saveData: true }, { effectiveType: 'slow-2g' }])('never comes with %o', async (connection) => {
    connectedBy(connection);
    expect(await fetched()).toBe(0);
  });
});
