import { TestBed } from '@angular/core/testing';
import { documentLoader } from '../../../testing/document-loader';
import { LossQuestionHarness } from '../../ui/loss-question.harness';
import { LeaveRoom } from './leave-room';
import { RoomActions } from './room-actions';
import { membership, room } from '../testing/builders';

describe('leaving a room', () => {
  const leave = vi.fn();

  async function ask(kind: 'public' | 'private') {
    leave.mockClear();
    TestBed.configureTestingModule({ providers: [{ provide: RoomActions, useValue: { leave } }] });
    const loader = documentLoader();
    const asked = room({ kind, memberCount: 3, me: membership() });
    TestBed.inject(LeaveRoom).ask(asked);
    // The code of the question is fetched first.
    return { asked, question: await vi.waitFor(() => loader.getHarness(LossQuestionHarness)) };
  }

  it('is asked for, by the name of the room, with what becomes of it', async () => {
    const { asked, question } = await ask('private');
    expect(await question.heading()).toBe('Leave Release 2.8?');
    expect(await question.notes()).not.toEqual([]);
    expect(await question.choices()).toEqual(['Stay', 'Leave room']);
    await question.choose('Leave room');
    await vi.waitFor(() => expect(leave).toHaveBeenCalledExactlyOnceWith(asked));
  });

  it('does not happen to who would rather stay', async () => {
    const { question } = await ask('public');
    await question.choose('Stay');
    await vi.waitFor(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
    expect(leave).not.toHaveBeenCalled();
  });
});
