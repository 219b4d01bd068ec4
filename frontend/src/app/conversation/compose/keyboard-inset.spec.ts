import { insetOf } from './keyboard-inset';

describe('what a keyboard covers', () => {
  it('is what is missing below of a page that does not shrink', () => {
    expect(insetOf({ height: 500, offsetTop: 0, scale: 1 }, 800)).toBe(300);
  });

  it('is less where the page was pushed up', () => {
    expect(insetOf({ height: 500, offsetTop: 120, scale: 1 }, 800)).toBe(180);
  });

  it('is nothing where the page has shrunk, or is zoomed in', () => {
    expect(insetOf({ height: 500, offsetTop: 0, scale: 1 }, 500)).toBe(0);
    expect(insetOf({ height: 400, offsetTop: 0, scale: 2 }, 800)).toBe(0);
  });
});
