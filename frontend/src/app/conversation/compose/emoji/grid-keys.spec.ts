import { movedInGrid } from './grid-keys';

describe('moving in a grid of 10 in rows of 4', () => {
  const move = (key: string, at: number) => movedInGrid(key, at, 10, 4);

  it('goes on to the next row at the end of one, and stays at either end', () => {
    expect(move('ArrowRight', 3)).toBe(4);
    expect(move('ArrowLeft', 4)).toBe(3);
    expect(move('ArrowRight', 9)).toBe(9);
    expect(move('ArrowLeft', 0)).toBe(0);
  });

  it('goes straight down, or to the end of a last row that is short', () => {
    expect(move('ArrowDown', 1)).toBe(5);
    expect(move('ArrowDown', 7)).toBe(9);
    expect(move('ArrowDown', 9)).toBe(9);
  });

  it('leads out at the top', () => {
    expect(move('ArrowUp', 5)).toBe(1);
    expect(move('ArrowUp', 1)).toBeLessThan(0);
  });

  it('goes to either end of a row', () => {
    expect(move('Home', 6)).toBe(4);
    expect(move('End', 5)).toBe(7);
    expect(move('End', 8)).toBe(9);
  });

  it('is left to others with any other key', () => {
    expect(move('Enter', 1)).toBeNull();
  });
});
