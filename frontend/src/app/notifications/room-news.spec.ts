import { applyChanges, applyEvent, emptyState, LIMITS } from '#shared';
import { piled, roomNews } from './room-news';
import { grace, held, heldRoom, membership, message, nora, room } from './testing';

const seqs = (news: { messages: readonly { seq: number }[] } | undefined) => news?.messages.map(({ seq }) => seq);

describe('roomNews', () => {
  it('finds what a live event has brought', () => {
    const before = held(heldRoom([message(1)]));
    const after = applyEvent(before, { type: 'message.created', roomId: 'r-1', rev: 2, message: message(2) });
    const [news] = roomNews(before, after);
    expect(seqs(news)).toEqual([2]);
    expect(news).toMatchObject({ untold: 0, room: { id: 'r-1', lastSeq: 2 } });
  });

  it('finds all of what catching up has brought, as one', () => {
    const before = held(heldRoom([message(1)]), heldRoom([], { id: 'r-2' }));
    const changes = { room: room({ rev: 4, lastSeq: 4 }), messages: [2, 3, 4].map((seq) => message(seq)), members: [] };
    const news = roomNews(before, applyChanges(before, { ...changes, limited: false }));
    expect(news).toHaveLength(1);
    expect(seqs(news[0])).toEqual([2, 3, 4]);
  });

  it('knows the last of what was too much to catch up with, and the number of the others', () => {
    const before = held(heldRoom([message(1)]));
    const newest = room({ rev: 900, lastSeq: 900, lastMessage: message(900) });
    const [news] = roomNews(before, applyChanges(before, { room: newest, messages: [], members: [], limited: true }));
    expect(seqs(news)).toEqual([900]);
    expect(news?.untold).toBe(898);
  });

  it('leaves out what was read meanwhile', () => {
    const before = held(heldRoom([message(1)]));
    const read = heldRoom([message(1), message(2), message(3)], { me: membership({ readSeq: 2 }) });
    expect(seqs(roomNews(before, held(read))[0])).toEqual([3]);
    const all = heldRoom([message(1), message(2)], { me: membership({ readSeq: 2 }) });
    expect(roomNews(before, held(all))).toEqual([]);
  });

  it('takes a room that came along for news where something in it is unread', () => {
    const [news] = roomNews(held(), held(heldRoom([], { lastSeq: 3, lastMessage: message(3) })));
    expect(seqs(news)).toEqual([3]);
    expect(news?.untold).toBe(2);
    expect(roomNews(held(), held(heldRoom([])))).toEqual([]);
  });

  it('finds nothing in edits, receipts, or between two readers', () => {
    const before = held(heldRoom([message(1)]));
    const edited = message(1, { rev: 2, body: 'Better' });
    const after = applyEvent(before, { type: 'message.updated', roomId: 'r-1', rev: 2, message: edited });
    expect(roomNews(before, after)).toEqual([]);
    expect(roomNews({ ...emptyState(grace.id) }, held(heldRoom([message(1)])))).toEqual([]);
    expect(roomNews(before, { ...before, userId: nora.id })).toEqual([]);
  });
});

describe('piled', () => {
  const news = (state: ReturnType<typeof heldRoom>, untold = 0) => ({ room: state.room, messages: state.log, untold });

  it('puts later news on top of earlier ones', () => {
    const pile = piled(news(heldRoom([message(1)]), 4), news(heldRoom([message(2)]), 1));
    expect(seqs(pile)).toEqual([1, 2]);
    expect(pile).toMatchObject({ untold: 5, room: { lastSeq: 2 } });
  });

  it('begins anew once what lay there was read', () => {
    const later = heldRoom([message(3)], { me: membership({ readSeq: 2 }) });
    const pile = piled(news(heldRoom([message(1), message(2)]), 4), news(later));
    expect(seqs(pile)).toEqual([3]);
    expect(pile.untold).toBe(0);
  });

  it('keeps the newest, and counts on beyond them', () => {
    const many = Array.from({ length: LIMITS.page.max }, (_, index) => message(index + 1));
    const pile = piled(null, news(heldRoom(many)));
    expect(pile.messages.length + pile.untold).toBe(many.length);
    expect(pile.messages.at(-1)?.seq).toBe(many.length);
    expect(pile.messages.length).toBeLessThanOrEqual(100);
  });
});
