import { drawnRows } from './drawn-rows';

const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `r-${from + index}`);

describe('the rows of a list that are drawn whole', () => {
  const order = ids(1, 100);

  it('are the first ones, until it is known what is in sight', () => {
    expect([...drawnRows(order, [])]).toEqual(ids(1, 12));
    expect([...drawnRows(order, ['gone'])]).toEqual(ids(1, 12));
  });

  it('are those in sight, and a few around them', () => {
    expect([...drawnRows(order, ids(50, 58))]).toEqual(ids(48, 60));
    expect([...drawnRows(order, ids(1, 9))]).toEqual(ids(1, 11));
    expect([...drawnRows(order, ids(92, 100))]).toEqual(ids(90, 100));
  });

  it('follow a list that is put in another order', () => {
    expect([...drawnRows(['r-9', ...order.filter((id) => id !== 'r-9')], ids(1, 9))]).toEqual([
      'r-9',
      ...ids(1, 8),
      ...ids(10, 11),
    ]);
  });
});
