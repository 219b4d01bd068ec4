import { deliveryAt, reachOf } from './delivery';
import { room } from '../testing/builders';

describe('the tick of an own message', () => {
  it.each([
    [3, 'read'],
    [4, 'delivered'],
    [5, 'delivered'],
    [6, 'stored'],
  ])('at place %i, where all have read 3 and received 5, is %s', (seq, tick) => {
    expect(deliveryAt(seq, reachOf(room({ watermark: { readSeq: 3, deliveredSeq: 5 } })))).toBe(tick);
  });

  it('stays at stored where nobody else is there to receive it', () => {
    const alone = room({ memberCount: 1, watermark: { readSeq: 9, deliveredSeq: 9 } });
    expect(deliveryAt(9, reachOf(alone))).toBe('stored');
  });
});
