import { faviconOf } from './favicon';

const pictureOf = (waiting: number): string => decodeURIComponent(faviconOf(waiting));

describe('faviconOf', () => {
  it('is the file while nothing waits', () => {
    expect(faviconOf(0)).toBe('favicon.svg');
  });

  it.each([
    [1, '1'],
    [99, '99'],
    [1284, '99+'],
  ])('of %i says %s, as a picture that is well formed', (waiting, text) => {
    const picture = new DOMParser().parseFromString(pictureOf(waiting).replace(/^.*?,/u, ''), 'image/svg+xml');
    expect(picture.querySelector('parsererror')).toBeNull();
    expect(picture.querySelector('text')?.textContent).toBe(text);
  });
});
