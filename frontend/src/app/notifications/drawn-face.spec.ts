import { drawnFace } from './drawn-face';

/** A canvas that notes what is written on it: the tests' own document does not draw. */
function documentWith(pen: object | null) {
  const canvas = { getContext: () => pen, toDataURL: (type: string) => `data:${type};base64,` };
  return {
    body: document.body,
    createElement: (name: string) => (name === 'canvas' ? canvas : document.createElement(name)),
  } as unknown as Document;
}

describe('a drawn face', () => {
  it('has the initials of the name on it', () => {
    const fillText = vi.fn();
    const pen = { arc: vi.fn(), fill: vi.fn(), fillText };
    expect(drawnFace({ id: 'u-grace', name: 'Grace Lindqvist' }, documentWith(pen))).toBe('data:image/png;base64,');
    expect(fillText).toHaveBeenCalledExactlyOnceWith('GL', 64, 64);
  });

  it('leaves nothing behind in the page', () => {
    const before = document.body.childElementCount;
    drawnFace({ id: 'u-grace', name: 'Grace' }, documentWith({ arc: vi.fn(), fill: vi.fn(), fillText: vi.fn() }));
    expect(document.body.childElementCount).toBe(before);
  });

  it('is none where the browser does not draw', () => {
    expect(drawnFace({ id: 'u-grace', name: 'Grace' }, documentWith(null))).toBeNull();
  });
});
