import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { RECEIPTS, roomState, type Account, type Member, type Room, type RoomState } from '#shared';
import { of, throwError } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { anAccount } from '../../auth/testing';
import { ApiError } from '../../core/api-error';
import { ChatStore } from '../../rooms/store/chat-store';
import { RoomsApi } from '../../rooms/store/rooms-api';
import { grace, member, message, nora, room, user } from '../../rooms/testing/builders';
import { MessageInfoDialog } from './message-info-dialog';

const HIDING = { sharePresence: true, shareReceipts: false };
const MEMBERS = [
  member(nora, { readSeq: 4, deliveredSeq: 4 }),
  member(grace, { readSeq: 4, deliveredSeq: 4 }),
  member(user('u-zoe', 'Zoe'), { deliveredSeq: 4 }),
];

describe('the info of a message', () => {
  const held = signal<RoomState>(roomState(room()));
  const account = signal<Account | null>(null);
  beforeEach(() => account.set(anAccount()));
  const addMembers = (_roomId: string, page: readonly Member[]) =>
    held.update((state) => ({ ...state, members: Object.fromEntries(page.map((each) => [each.user.id, each])) }));

  async function open(given: Partial<Room>, members = () => of(MEMBERS)) {
    held.set(roomState(room(given)));
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: message(4, { senderId: nora.id }) },
        { provide: ChatStore, useValue: { room: () => held(), addMembers } },
        { provide: RoomsApi, useValue: { members } },
        { provide: SessionStore, useValue: { account } },
      ],
    });
    const fixture = TestBed.createComponent(MessageInfoDialog);
    await fixture.whenStable();
    const words = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/gu, ' ');
    return { words, stable: () => fixture.whenStable() };
  }

  it('says who has read it, who has received it, and who is missing, as that changes', async () => {
    const info = await open({ memberCount: 3 });
    expect(info.words()).toMatch(/Read by 1 .*Grace Lindqvist.*Received by 1 .*Zoe/u);
    addMembers('r-1', [...MEMBERS.slice(0, 2), member(user('u-zoe', 'Zoe'))]);
    await info.stable();
    expect(info.words()).toMatch(/Not yet received by 1 .*Zoe/u);
  });

  it('tells only the overall state in a large room, and asks for nobody', async () => {
    const members = vi.fn(() => of(MEMBERS));
    const watermark = { readSeq: 3, deliveredSeq: 4 };
    const info = await open({ memberCount: RECEIPTS.detailedUpTo + 1, watermark }, members);
    expect(info.words()).toContain('Everybody has received it.');
    expect(members).not.toHaveBeenCalled();
  });

  it('says why reads do not show to somebody who hides their own', async () => {
    account.set(anAccount({ settings: HIDING }));
    const info = await open({ memberCount: 3 });
    expect(info.words()).toContain('You do not show what you have read');
  });

  it('says who has read it as soon as the reader shows their own reads, on whichever device', async () => {
    const hidden = MEMBERS.map((each) => ({ ...each, readSeq: 0 }));
    const members = vi.fn(() => of(account()?.settings.shareReceipts ? MEMBERS : hidden));
    account.set(anAccount({ settings: HIDING }));
    const info = await open({ memberCount: 3 }, members);
    expect(info.words()).not.toContain('Read by');
    account.set(anAccount());
    await info.stable();
    expect(info.words()).toMatch(/Read by 1 .*Grace Lindqvist/u);
    expect(members).toHaveBeenCalledTimes(2);
  });

  it('says so when it could not be asked for', async () => {
    const failing = () => throwError(() => new ApiError('unavailable', 'the server cannot be reached', 0));
    const info = await open({ memberCount: 3 }, failing);
    expect(info.words()).toContain('The server cannot be reached.');
  });
});
