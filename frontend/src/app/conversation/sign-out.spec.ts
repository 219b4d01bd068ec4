import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { of } from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { Drafts } from '../rooms/drafts';
import { Outbox } from '../rooms/outbox/outbox';
import { SignOut } from './sign-out';

describe('signing out', () => {
  const entries = signal<{ state: string }[]>([]);
  const unfinished = signal(0);
  const signOut = vi.fn(() => of(undefined));
  const open = vi.fn();

  beforeEach(() => {
    entries.set([]);
    unfinished.set(0);
    signOut.mockClear();
    open.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: { signOut } },
        { provide: Outbox, useValue: { entries } },
        { provide: Drafts, useValue: { unfinished } },
        { provide: MatDialog, useValue: { open } },
      ],
    });
  });

  const run = (): Promise<number> =>
    new Promise((done) => {
      let left = 0;
      TestBed.inject(SignOut)
        .run()
        .subscribe({ next: () => (left += 1), complete: () => done(left) });
    });
  const answering = (answer: boolean | undefined): void => {
    open.mockReturnValue({ afterClosed: () => of(answer) });
  };

  it('asks nothing of somebody who leaves nothing behind', async () => {
    entries.set([{ state: 'stored' }]);
    expect(await run()).toBe(1);
    expect(open).not.toHaveBeenCalled();
  });

  it('asks where messages or drafts are on this device only', async () => {
    entries.set([{ state: 'waiting' }, { state: 'failed' }]);
    unfinished.set(1);
    answering(true);
    expect(await run()).toBe(1);
    expect(open.mock.lastCall?.[1]).toMatchObject({ data: { messages: 2, drafts: 1 } });
    expect(signOut).toHaveBeenCalledOnce();
  });

  it('stays where the person would rather stay', async () => {
    unfinished.set(1);
    answering(undefined);
    expect(await run()).toBe(0);
    expect(signOut).not.toHaveBeenCalled();
  });
});
