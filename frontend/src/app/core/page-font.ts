import { DOCUMENT, inject, Injectable } from '@angular/core';
import { fetchAhead } from './fetch-ahead';

/** Where it is noted that the font is here; `public/before-paint.js` reads it there too. */
export const FONT_KEY = 'parley:font';

/**
 * Puts the page into Inter once it stands and Inter is here; until then it shows in a font of the system that takes the same
 * room (`styles/fonts.css`). From then on it shows in Inter from the first paint on, by `public/before-paint.js`.
 */
@Injectable({ providedIn: 'root' })
export class PageFont {
  private readonly document = inject(DOCUMENT);

  constructor() {
    fetchAhead(() => this.wear());
  }

  private async wear(): Promise<void> {
    const fetched = await this.document.fonts.load("1em 'Inter Variable'");
    if (fetched.length === 0) return;
    this.document.documentElement.setAttribute('data-font', 'inter');
    localStorage.setItem(FONT_KEY, 'here');
  }
}
