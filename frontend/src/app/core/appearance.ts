import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import type { DevicePreferences } from './device-preferences';
import { PreferencesStore } from './preferences-store';

/** The browser's own frame around the page, by theme: the token `bg`. */
const FRAME = { light: '#eff4f1', dark: '#0a1210' } as const;

/**
 * Dresses the document as this browser likes it: `tokens.css` follows the attributes of the root element. The first paint
 * is dressed already, by `public/before-paint.js`.
 */
@Injectable({ providedIn: 'root' })
export class Appearance {
  constructor() {
    const document = inject(DOCUMENT);
    const preferences = inject(PreferencesStore).all;
    effect(() => {
      dress(document.documentElement, preferences());
      colourFrame(document, preferences().theme);
    });
  }
}

/** What is as at first carries no attribute. */
function dress(root: HTMLElement, { theme, density, textSize }: DevicePreferences): void {
  mark(root, 'data-theme', theme === 'system' ? null : theme);
  mark(root, 'data-density', density === 'compact' ? density : null);
  mark(root, 'data-text', textSize === 'normal' ? null : textSize);
}

function mark(root: HTMLElement, attribute: string, value: string | null): void {
  if (value) root.setAttribute(attribute, value);
  else root.removeAttribute(attribute);
}

function colourFrame(document: Document, theme: DevicePreferences['theme']): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ownTheme = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = FRAME[theme === 'system' ? ownTheme : theme];
  }
}
