import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ShortcutKeys } from './shortcut-keys';
import { PreferencesStore } from './preferences-store';
import { shortcutGroups, SHORTCUTS } from './shortcuts';

describe('the shortcuts', () => {
  const done: string[] = [];

  beforeEach(() => {
    done.length = 0;
    TestBed.runInInjectionContext(() =>
      TestBed.inject(ShortcutKeys).on({ switcher: () => done.push('switcher'), sheet: () => done.push('sheet') }),
    );
  });

  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  function press(target: EventTarget, key: string, held: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
    target.dispatchEvent(event);
    return event;
  }

  function put(element: HTMLElement): HTMLElement {
    document.body.append(element);
    return element;
  }

  it('act from anywhere, and keep the browser from doing something else', () => {
    expect(press(document.body, 'k', { ctrlKey: true }).defaultPrevented).toBe(true);
    press(document.body, '?');
    expect(done).toEqual(['switcher', 'sheet']);
  });

  it('leave signs to whoever is typing them', () => {
    const field = put(document.createElement('textarea'));
    expect(press(field, '?').defaultPrevented).toBe(false);
    press(field, 'k', { ctrlKey: true });
    expect(done).toEqual(['switcher']);
  });

  it('do nothing beneath an open dialog', () => {
    put(document.createElement('div')).setAttribute('aria-modal', 'true');
    press(document.body, '?');
    expect(done).toEqual([]);
  });

  it('lead elsewhere over an open dialog too', () => {
    put(document.createElement('div')).setAttribute('aria-modal', 'true');
    press(document.body, 'k', { ctrlKey: true });
    expect(done).toEqual(['switcher']);
  });

  it('leave a key alone that somebody has dealt with', () => {
    const button = put(document.createElement('button'));
    button.addEventListener('keydown', (event) => event.preventDefault());
    press(button, '?');
    expect(done).toEqual([]);
  });

  it('end with whoever asked for them', () => {
    const scope = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    runInInjectionContext(scope, () => TestBed.inject(ShortcutKeys).on({ search: () => done.push('search') }));
    press(document.body, '/');
    scope.destroy();
    expect(press(document.body, '/').defaultPrevented).toBe(false);
    expect(done).toEqual(['search']);
  });

  it('are all named on the sheet, and no chord does two things', () => {
    const shown = shortcutGroups('enter').flatMap(({ shortcuts }) => shortcuts);
    for (const shortcut of Object.values(SHORTCUTS)) expect(shown).toContain(shortcut);
    const chords = Object.values(SHORTCUTS).flatMap(({ chords }) => chords);
    expect(new Set(chords).size).toBe(chords.length);
  });

  it.each([
    ['enter', { Send: ['Enter', 'Ctrl Enter'], 'New line': ['Shift Enter'] }],
    ['ctrl-enter', { Send: ['Ctrl Enter'], 'New line': ['Enter', 'Shift Enter'] }],
  ] as const)('say what sends and what breaks the line with %s', (sendsWith, keys) => {
    TestBed.inject(PreferencesStore).set({ sendsWith });
    const shown = TestBed.inject(ShortcutKeys)
      .groups()
      .flatMap(({ shortcuts }) => shortcuts);
    for (const [label, ways] of Object.entries(keys)) {
      const found = shown.find((shortcut) => shortcut.label === label)?.ways ?? [];
      expect(found.map((way) => way.map((key) => key.shown).join(' '))).toEqual(ways);
    }
  });
});
