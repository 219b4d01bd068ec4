import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { Appearance } from './appearance';
import { PreferencesStore } from './preferences-store';

const root = document.documentElement;
const dressed = () => ({ theme: root.dataset['theme'], density: root.dataset['density'], text: root.dataset['text'] });

describe('the appearance', () => {
  afterEach(() => {
    localStorage.clear();
    for (const attribute of ['data-theme', 'data-density', 'data-text']) root.removeAttribute(attribute);
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.remove();
  });

  it('dresses the document as is chosen, and leaves it bare for what is as at first', () => {
    const preferences = TestBed.inject(PreferencesStore);
    TestBed.inject(Appearance);
    TestBed.tick();
    expect(dressed()).toEqual({ theme: undefined, density: undefined, text: undefined });

    preferences.set({ theme: 'dark', density: 'compact', textSize: 'large' });
    TestBed.tick();
    expect(dressed()).toEqual({ theme: 'dark', density: 'compact', text: 'large' });

    preferences.set({ theme: 'system', density: 'comfortable', textSize: 'normal' });
    TestBed.tick();
    expect(dressed()).toEqual({ theme: undefined, density: undefined, text: undefined });
  });

  it('colours the frame of the browser as the theme that is chosen, whatever the system has', () => {
    for (const scheme of ['light', 'dark']) {
      const meta = document.createElement('meta');
      Object.assign(meta, { name: 'theme-color', media: `(prefers-color-scheme: ${scheme})` });
      document.head.append(meta);
    }
    const colours = () =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(({ content }) => content);
    const preferences = TestBed.inject(PreferencesStore);
    TestBed.inject(Appearance);
    TestBed.tick();
    expect(colours()).toEqual(['#eff4f1', '#0a1210']);
    preferences.set({ theme: 'dark' });
    TestBed.tick();
    expect(colours()).toEqual(['#0a1210', '#0a1210']);
  });
});
