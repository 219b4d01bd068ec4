import { TestBed } from '@angular/core/testing';
import { PROTOCOL_VERSION } from '#shared';
import { PageReload } from '../core/page-reload';
import { ServerProtocol } from '../core/server-protocol';
import { ClientUpdate } from './client-update';
import { StayCurrent } from './stay-current';

describe('a page that may be older than its server', () => {
  const look = vi.fn(() => Promise.resolve());
  const byItself = vi.fn(() => true);

  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: ClientUpdate, useValue: { look } },
        { provide: PageReload, useValue: { byItself } },
      ],
    });
    TestBed.inject(StayCurrent);
  });
  afterEach(() => vi.useRealTimers());

  const hear = async (version: number): Promise<void> => {
    TestBed.inject(ServerProtocol).hear(version);
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(4_000);
  };

  it('stays where the server speaks the same', async () => {
    await hear(PROTOCOL_VERSION);
    expect(look).not.toHaveBeenCalled();
    expect(byItself).not.toHaveBeenCalled();
  });

  it('looks for the new client and takes it where the server speaks another protocol', async () => {
    await hear(PROTOCOL_VERSION + 1);
    expect(look).toHaveBeenCalledOnce();
    expect(byItself).toHaveBeenCalledOnce();
  });
});
