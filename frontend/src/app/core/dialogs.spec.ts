import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { Dialogs } from './dialogs';

@Component({ template: 'What is it?', changeDetection: ChangeDetectionStrategy.OnPush })
class Question {}

describe('Dialogs', () => {
  const opened = () => TestBed.inject(MatDialog).openDialogs;

  it('opens what is fetched, and says what it was closed with', async () => {
    const answer = TestBed.inject(Dialogs).open<string>(() => Promise.resolve(Question));
    await vi.waitFor(() => expect(opened()).toHaveLength(1));
    opened()[0]?.close('an answer');
    expect(await answer).toBe('an answer');
  });

  it('opens one, however often it is asked for while the code is on its way', async () => {
    const dialogs = TestBed.inject(Dialogs);
    const first = dialogs.open(() => Promise.resolve(Question));
    expect(await dialogs.open(() => Promise.resolve(Question))).toBeUndefined();
    await vi.waitFor(() => expect(opened()).toHaveLength(1));
    opened()[0]?.close();
    expect(await first).toBeUndefined();
  });

  it('can be asked again where the code could not be fetched', async () => {
    const dialogs = TestBed.inject(Dialogs);
    await expect(dialogs.open(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    const answer = dialogs.open<number>(() => Promise.resolve(Question));
    await vi.waitFor(() => expect(opened()).toHaveLength(1));
    opened()[0]?.close(1);
    expect(await answer).toBe(1);
  });
});
