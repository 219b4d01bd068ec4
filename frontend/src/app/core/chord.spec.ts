import { isChord, keyNames } from './chord';

const press = (key: string, held: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...held });

describe('a chord', () => {
  it.each<[string, KeyboardEvent, boolean]>([
    ['Mod+K', press('k', { ctrlKey: true }), false],
    ['Mod+K', press('k', { metaKey: true }), true],
    ['Mod+K', press('\u043b', { ctrlKey: true, code: 'KeyK' }), false],
    ['Mod+Shift+M', press('M', { ctrlKey: true, shiftKey: true }), false],
    ['Alt+ArrowUp', press('ArrowUp', { altKey: true }), false],
    ['?', press('?', { shiftKey: true }), false],
    ['?', press('?'), false],
  ])('%s is pressed', (chord, event, isMac) => {
    expect(isChord(chord, event, isMac)).toBe(true);
  });

  it.each<[string, KeyboardEvent, boolean]>([
    ['Mod+K', press('k'), false],
    ['Mod+K', press('k', { ctrlKey: true, shiftKey: true }), false],
    ['Mod+K', press('k', { ctrlKey: true, altKey: true }), false],
    ['Mod+K', press('k', { ctrlKey: true }), true],
    ['Mod+K', press('k', { ctrlKey: true, metaKey: true }), false],
    ['Alt+ArrowUp', press('ArrowUp', { altKey: true, shiftKey: true }), false],
    ['?', press('?', { ctrlKey: true }), false],
  ])('%s is not pressed by something near it', (chord, event, isMac) => {
    expect(isChord(chord, event, isMac)).toBe(false);
  });

  const shown = (chord: string, isMac: boolean) => keyNames(chord, isMac).map((name) => name.shown);

  it('is named as the keyboard has it', () => {
    expect(shown('Mod+Shift+M', false)).toEqual(['Ctrl', 'Shift', 'M']);
    expect(shown('Mod+Shift+M', true)).toEqual(['\u2318', '\u21e7', 'M']);
    expect(shown('Alt+ArrowUp', true)).toEqual(['\u2325', '\u2191']);
    expect(shown('Delete', false)).toEqual(['Del']);
    expect(shown('Delete', true)).toEqual(['\u232b']);
  });

  it('is said in words where a sign stands on the key', () => {
    expect(keyNames('Alt+ArrowUp', false).map(({ said }) => said)).toEqual(['Alt', 'Arrow up']);
    expect(keyNames('Mod+Shift+Enter', true).map(({ said }) => said)).toEqual(['Command', 'Shift', 'Enter']);
  });
});
