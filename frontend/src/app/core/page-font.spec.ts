import { TestBed } from '@angular/core/testing';
import { Ahead } from './ahead';
import { FONT_KEY, PageFont } from './page-font';

const root = document.documentElement;

describe('the font of the page', () => {
  /** The page has been there for long enough to fetch what is fetched ahead. */
  const standWith = async (load: () => Promise<unknown[]>): Promise<void> => {
    Object.defineProperty(document, 'fonts', { value: { load }, configurable: true });
    TestBed.inject(PageFont);
    expect(root.dataset['font']).toBeUndefined();
    await TestBed.inject(Ahead).done;
  };

  afterEach(() => {
    Reflect.deleteProperty(document, 'fonts');
    root.removeAttribute('data-font');
    localStorage.clear();
  });

  it('is put on once it is here, and noted for the next start', async () => {
    await standWith(() => Promise.resolve([{}]));
    expect(root.dataset['font']).toBe('inter');
    expect(localStorage.getItem(FONT_KEY)).not.toBeNull();
  });

  it.each([
    ['cannot be fetched', () => Promise.reject(new Error('no network'))],
    ['is not known', () => Promise.resolve([])],
  ])('is left as it was where the other %s', async (_, load) => {
    await standWith(load);
    expect(root.dataset['font']).toBeUndefined();
    expect(localStorage.getItem(FONT_KEY)).toBeNull();
  });
});
