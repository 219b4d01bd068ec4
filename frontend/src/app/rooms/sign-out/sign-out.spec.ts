import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { documentLoader } from '../../../testing/document-loader';
import { SessionStore } from '../../auth/session-store';
import { Drafts } from '../drafts/drafts';
import { Outbox } from '../outbox/outbox';
import { LossQuestionHarness } from '../../ui/loss-question.harness';
import { SignOut } from './sign-out';

describe('signing out', () => {
  const entries = signal<{ state: string }[]>([]);
  const unfinished = signal(0);
  const signOut = vi.fn(() => of(undefined));

  beforeEach(() => {
    entries.set([]);
    unfinished.set(0);
    signOut.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: { signOut } },
        { provide: Outbox, useValue: { entries } },
        { provide: Drafts, useValue: { unfinished } },
      ],
    });
  });

  /** Resolves to how often it was done, once nothing more comes of it. */
  const run = (): Promise<number> =>
    new Promise((done) => {
      let left = 0;
      TestBed.inject(SignOut)
        .run()
        .subscribe({ next: () => (left += 1), complete: () => done(left) });
    });
  async function ask() {
    const loader = documentLoader();
    const left = run();
    // The code of the question is fetched first.
    return { left, question: await vi.waitFor(() => loader.getHarness(LossQuestionHarness)) };
  }

  it('asks nothing of somebody who leaves nothing behind', async () => {
    entries.set([{ state: 'stored' }]);
    expect(await run()).toBe(1);
    expect(document.querySelector('mat-dialog-container')).toBeNull();
  });

  it('asks where messages or drafts are on this device only, and says how many', async () => {
    entries.set([{ state: 'waiting' }, { state: 'failed' }, { state: 'stored' }]);
    unfinished.set(1);
    const { left, question } = await ask();
    expect(await question.heading()).toBe('Sign out, and leave this behind?');
    expect(await question.notes()).toEqual([
      '2 messages of yours have not been sent yet.',
      'You have begun one message and not finished it.',
      'This is kept on this device only. Signing out deletes it.',
    ]);
    await question.choose('Sign out');
    expect(await left).toBe(1);
    expect(signOut).toHaveBeenCalledOnce();
  });

  it('speaks only of what there is', async () => {
    entries.set([{ state: 'waiting' }]);
    const { left, question } = await ask();
    expect(await question.notes()).toEqual([
      'One message of yours has not been sent yet.',
      'This is kept on this device only. Signing out deletes it.',
    ]);
    await question.choose('Stay');
    expect(await left).toBe(0);
  });

  it('stays where the person would rather stay', async () => {
    unfinished.set(2);
    const { left, question } = await ask();
    expect((await question.notes())[0]).toBe('You have begun 2 messages and not finished them.');
    await question.choose('Stay');
    expect(await left).toBe(0);
    expect(signOut).not.toHaveBeenCalled();
  });
});
