import { nora } from '../testing/builders';
import type { OutboxEntry } from './outbox-entry';
import { OutboxPage } from './testing';

const LINE = `outbox-${nora.id}`;

describe('what waits in the outbox', () => {
  let page: OutboxPage;

  beforeEach(async () => {
    vi.useFakeTimers();
    page = new OutboxPage();
    await page.open();
    await page.comeBack();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('keeps what waits over a reload, in order and under its clientId', async () => {
    page.wire.drop();
    for (const body of ['one', 'two', 'three']) await page.send(body);
    const before = page.outbox.entries().map(({ clientId }) => clientId);
    await page.open();
    expect(page.states()).toEqual(['one: waiting', 'two: waiting', 'three: waiting']);
    await page.comeBack();
    const sent: unknown[] = [];
    for (const seq of [1, 2, 3]) {
      sent.push((page.wire.asked[0]?.payload as { clientId: string }).clientId);
      await page.accept(seq);
    }
    expect(sent).toEqual(before);
  });

  it('keeps nothing that the server has stored', async () => {
    await page.send('one');
    await page.accept(1);
    await page.open();
    expect(page.states()).toEqual([]);
  });

  it('keeps a refused message, and why, over a reload', async () => {
    await page.send('one');
    await page.refuse('forbidden', 'You may not write here');
    await page.open();
    expect(page.outbox.entries()).toMatchObject([{ body: 'one', state: 'failed', reason: 'You may not write here.' }]);
  });

  it('sends after a session that ended, once the same person is back', async () => {
    page.wire.drop();
    await page.send('one');
    page.who.set(null);
    await page.settle();
    expect(page.states()).toEqual([]);
    page.who.set(nora);
    await page.settle();
    await page.comeBack();
    expect(page.bodies()).toEqual(['one']);
  });

  it('waits while another tab sends, and shows what becomes of it there', async () => {
    page.tabs.isTaken = true;
    await page.send('one');
    expect(page.bodies()).toEqual([]);
    const [entry] = page.outbox.entries();
    page.tabs.hear(LINE, { changed: [{ ...entry, state: 'stored', seq: 4 }], gone: [] });
    expect(page.states()).toEqual(['one: stored']);
    page.tabs.release();
    await page.settle();
    expect(page.bodies()).toEqual([]);
  });

  it('sends what another tab has left', async () => {
    page.tabs.isTaken = true;
    const left = { ...entryOf('from there'), turn: 1 };
    await page.local.write('outbox', nora.id, new Map([[left.clientId, left]]));
    page.tabs.hear(LINE, { changed: [left], gone: [] });
    await page.send('from here');
    page.tabs.release();
    await page.settle();
    expect(page.bodies()).toEqual(['from there']);
    await page.accept(1);
    expect(page.bodies()).toEqual(['from here']);
  });

  it('does not send what another tab has withdrawn, even if it did not hear of it', async () => {
    vi.spyOn(page.local, 'isKeeping').mockReturnValue(true);
    page.tabs.isTaken = true;
    page.tabs.hear(LINE, { changed: [entryOf('withdrawn')], gone: [] });
    page.tabs.release();
    await page.settle();
    expect(page.bodies()).toEqual([]);
    expect(page.states()).toEqual([]);
  });

  it('tells other tabs what it has done', async () => {
    await page.send('one');
    await page.accept(1);
    expect(page.tabs.said(LINE)).toMatchObject([
      { changed: [{ body: 'one', state: 'waiting' }] },
      { changed: [{ body: 'one', state: 'stored', seq: 1 }] },
    ]);
  });

  const entryOf = (body: string): OutboxEntry => ({
    clientId: '00000000-0000-4000-8000-00000000000a',
    roomId: 'r-1',
    body,
    replyTo: null,
    createdAt: '2026-06-11T10:00:00.000Z',
    turn: Date.now(),
    state: 'waiting',
    seq: null,
    reason: null,
  });
});
