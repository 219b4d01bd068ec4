import { TestBed } from '@angular/core/testing';
import { ServerProbe } from './server-probe';

describe('whether the server can be reached', () => {
  const fetched = vi.fn<typeof fetch>();

  beforeEach(() => {
    fetched.mockReset();
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const answers = () => TestBed.inject(ServerProbe).answers();

  it('is so when it says that it lives, now and not a while ago', async () => {
    fetched.mockResolvedValue(new Response());
    expect(await answers()).toBe(true);
    expect(fetched).toHaveBeenCalledExactlyOnceWith('/health/live', expect.objectContaining({ cache: 'no-store' }));
  });

  it('is not so where something else answers for it', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 502 }));
    expect(await answers()).toBe(false);
  });

  it('is not so where there is no way to it', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await answers()).toBe(false);
  });

  it('is not so where no answer comes in five seconds', async () => {
    const timeIsUp = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeIsUp.signal);
    fetched.mockImplementation(
      (_address, init) =>
        new Promise((_answer, fail) =>
          init?.signal?.addEventListener('abort', () => fail(new DOMException('too late', 'TimeoutError'))),
        ),
    );
    const asked = answers();
    expect(timeout).toHaveBeenCalledExactlyOnceWith(5_000);
    timeIsUp.abort();
    expect(await asked).toBe(false);
  });
});
