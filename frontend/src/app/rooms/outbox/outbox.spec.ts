import { grace } from '../testing/builders';
import { OutboxPage } from './testing';

describe('Outbox', () => {
  let page: OutboxPage;

  beforeEach(async () => {
    vi.useFakeTimers();
    page = new OutboxPage();
    await page.open();
    await page.comeBack();
  });
  afterEach(() => vi.useRealTimers());

  it('shows a message at once and sends it', async () => {
    await page.send('one');
    expect(page.states()).toEqual(['one: waiting']);
    await page.accept(1);
    expect(page.states()).toEqual(['one: stored']);
  });

  it('sends one message of a room at a time, in order', async () => {
    await page.send('one');
    await page.send('two');
    expect(page.bodies()).toEqual(['one']);
    await page.accept(1);
    expect(page.bodies()).toEqual(['two']);
  });

  it('lets no room wait for another', async () => {
    await page.send('one', 'r-1');
    await page.send('two', 'r-2');
    expect(page.bodies()).toEqual(['one', 'two']);
  });

  it('waits without a connection, and goes out in order once it is back', async () => {
    page.wire.say('disconnect', 'transport close');
    await page.send('one');
    await page.send('two');
    expect(page.bodies()).toEqual([]);
    await page.comeBack();
    expect(page.bodies()).toEqual(['one']);
  });

  it('keeps the clientId for the next try when the answer was lost', async () => {
    await page.send('one');
    const first = page.wire.take();
    page.wire.say('disconnect', 'transport close');
    first.lose();
    await page.settle();
    expect(page.states()).toEqual(['one: waiting']);
    await page.comeBack();
    expect(page.wire.take().payload).toEqual(first.payload);
  });

  it('says why a message was refused, and goes on with the next', async () => {
    await page.send('one');
    await page.send('two');
    await page.refuse('forbidden', 'You may not write here');
    expect(page.outbox.entries()[0]).toMatchObject({ state: 'failed', reason: 'You may not write here.' });
    expect(page.bodies()).toEqual(['two']);
  });

  it('tries again where the server only asked for patience', async () => {
    await page.send('one');
    await page.refuse('rate_limited', 'Too many messages');
    expect(page.states()).toEqual(['one: waiting']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(page.bodies()).toEqual(['one']);
  });

  it('sends a refused message again under its clientId when asked to', async () => {
    await page.send('one');
    const { payload } = page.wire.asked[0] ?? { payload: null };
    await page.refuse('forbidden', 'You may not write here');
    page.outbox.tryAgain(page.outbox.entries()[0]?.clientId ?? '');
    await page.settle();
    expect(page.wire.take().payload).toEqual(payload);
    expect(page.states()).toEqual(['one: waiting']);
  });

  it('never sends what was discarded before its turn', async () => {
    await page.send('one');
    await page.send('two');
    page.outbox.discard([page.outbox.entries()[1]?.clientId ?? '']);
    await page.accept(1);
    expect(page.bodies()).toEqual([]);
    expect(page.states()).toEqual(['one: stored']);
  });

  it('is empty for whoever signs in next, and sends nothing in their name', async () => {
    page.wire.say('disconnect', 'transport close');
    await page.send('secret');
    page.who.set(grace);
    await page.settle();
    await page.comeBack();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(page.states()).toEqual([]);
    expect(page.bodies()).toEqual([]);
  });

  it('counts what waits', async () => {
    page.wire.drop();
    await page.send('one');
    await page.send('two', 'r-2');
    expect(page.outbox.waiting()).toBe(2);
    await page.comeBack();
    await page.accept(1);
    expect(page.outbox.waiting()).toBe(1);
  });

  it('withdraws a message that waits, and none that is on its way', async () => {
    await page.send('one');
    await page.send('two');
    expect(page.outbox.cancel(page.clientIdOf('one'))).toBe(false);
    expect(page.outbox.cancel(page.clientIdOf('two'))).toBe(true);
    await page.accept(1);
    expect(page.states()).toEqual(['one: stored']);
    expect(page.bodies()).toEqual([]);
  });

  it('never sends what was withdrawn between two tries, and goes on with the next', async () => {
    await page.send('one');
    await page.send('two');
    await page.refuse('rate_limited', 'Too many messages');
    expect(page.outbox.cancel(page.clientIdOf('one'))).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(page.bodies()).toEqual(['two']);
  });

  it('gives a refused message back to its writer', async () => {
    page.outbox.send('r-1', 'one', 7);
    await page.settle();
    await page.refuse('forbidden', 'You may not write here');
    expect(page.outbox.takeBack(page.clientIdOf('one'))).toMatchObject({ roomId: 'r-1', body: 'one', replyTo: 7 });
    expect(page.states()).toEqual([]);
  });

  it('does not give back what is on its way, or was stored', async () => {
    await page.send('one');
    const clientId = page.clientIdOf('one');
    expect(page.outbox.takeBack(clientId)).toBeNull();
    await page.accept(1);
    expect(page.outbox.takeBack(clientId)).toBeNull();
    expect(page.states()).toEqual(['one: stored']);
  });
});
