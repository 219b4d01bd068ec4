import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Account } from '#shared';
import { anAccount } from '../../auth/testing';
import { HiddenReads } from './hidden-reads';
import { grace, member, membership, message, nora, room } from '../testing/builders';
import { ChatPage } from '../testing/chat-page';
import { ChatCache } from '../store/chat-cache';

describe('the reads of others, for who shows none', () => {
  const account = signal<Account | null>(null);
  const shares = (shareReceipts: boolean): void =>
    account.set(anAccount({ user: nora, settings: { sharePresence: true, shareReceipts } }));
  let page: ChatPage;

  beforeEach(() => {
    shares(true);
    page = new ChatPage({ account });
    page.list(room({ lastSeq: 5, rev: 5, watermark: { readSeq: 4, deliveredSeq: 5 }, me: membership({ readSeq: 5 }) }));
    page.chat.addHistory('r-1', [message(5, { senderId: nora.id })]);
    page.chat.addMembers('r-1', [
      member(nora, { readSeq: 5, deliveredSeq: 5 }),
      member(grace, { readSeq: 4, deliveredSeq: 5 }),
    ]);
    TestBed.inject(ChatCache).opened('r-1');
    TestBed.inject(HiddenReads);
    TestBed.tick();
  });

  const reads = () => {
    const held = page.chat.room('r-1');
    return {
      watermark: held?.room.watermark,
      own: held?.room.me?.readSeq,
      members: Object.values(held?.members ?? {}).map(({ user, readSeq }) => [user.id, readSeq]),
    };
  };
  const FORGOTTEN = {
    watermark: { readSeq: 0, deliveredSeq: 5 },
    own: 5,
    members: [
      [nora.id, 5],
      [grace.id, 0],
    ],
  };

  it('stay as long as the own are shown', () => {
    expect(reads().watermark?.readSeq).toBe(4);
  });

  it('are forgotten as soon as the own are hidden; what one has read oneself stays', () => {
    shares(false);
    TestBed.tick();
    expect(reads()).toEqual(FORGOTTEN);
  });

  it('are forgotten in what this device has kept', () => {
    page.leaving.next();
    shares(false);
    page.open();
    TestBed.inject(HiddenReads);
    TestBed.tick();
    expect(reads()).toEqual(FORGOTTEN);
  });
});
