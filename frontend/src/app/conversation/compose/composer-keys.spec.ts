import { actOf, type ComposerState } from './composer-keys';

const WRITING: ComposerState = {
  isCompleting: false,
  isPicking: false,
  isEmpty: false,
  purpose: { kind: 'write' },
  entersBreak: false,
};
const REPLYING = { kind: 'reply', name: 'Grace', ink: '', body: '' } as const;
const EDITING = { kind: 'edit', before: 'a', isSaving: false, problem: '' } as const;
const press = (key: string, state: Partial<ComposerState> = {}, init: KeyboardEventInit = {}) =>
  actOf(new KeyboardEvent('keydown', { key, ...init }), { ...WRITING, ...state })?.type ?? null;

describe('what a key does in the composer', () => {
  it('sends with Enter, and breaks the line with Shift and on a phone', () => {
    expect(press('Enter')).toBe('submit');
    expect(press('Enter', {}, { shiftKey: true })).toBeNull();
    expect(press('Enter', { entersBreak: true })).toBeNull();
  });

  it('sends with Ctrl or Cmd and Enter in any case', () => {
    expect(press('Enter', { entersBreak: true }, { ctrlKey: true })).toBe('submit');
    expect(press('Enter', { isCompleting: true }, { metaKey: true })).toBe('submit');
  });

  it('is for the suggestions first, where there are some', () => {
    const list = { isCompleting: true, entersBreak: true };
    expect(press('Enter', list)).toBe('take');
    expect(press('Tab', list)).toBe('take');
    expect(press('ArrowUp', list)).toBe('point');
    expect(press('Escape', list)).toBe('closeList');
    expect(press('a', list)).toBeNull();
  });

  it('leaves Tab to the page where nothing is suggested', () => {
    expect(press('Tab')).toBeNull();
  });

  it('closes what is topmost with Escape: the picker, then the answer or the change', () => {
    expect(press('Escape', { isPicking: true, purpose: REPLYING })).toBe('closePicker');
    expect(press('Escape', { purpose: REPLYING })).toBe('dismiss');
    expect(press('Escape', { purpose: EDITING })).toBe('dismiss');
    expect(press('Escape')).toBeNull();
    expect(press('Escape', { purpose: REPLYING }, { shiftKey: true })).toBeNull();
  });

  it('does not give up a change that is on its way', () => {
    expect(press('Escape', { purpose: { ...EDITING, isSaving: true } })).toBeNull();
  });

  it('goes to the last own message with an arrow up in an empty field only', () => {
    expect(press('ArrowUp', { isEmpty: true })).toBe('changeLast');
    expect(press('ArrowUp')).toBeNull();
    expect(press('ArrowUp', { isEmpty: true, purpose: EDITING })).toBeNull();
  });

  it('leaves all keys to an input method while it composes', () => {
    expect(press('Enter', {}, { isComposing: true })).toBeNull();
  });
});
