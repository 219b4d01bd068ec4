import { computed, inject, Injectable, LOCALE_ID, signal } from '@angular/core';
import { parseEmojis, type Emoji } from './emoji';

/** The lists by language, each a part of the client of its own that is loaded when first needed. */
const LISTS: Readonly<Record<string, () => Promise<{ readonly LIST: string }>>> = {
  en: () => import('./data/en'),
  de: () => import('./data/de'),
};

/** All emojis, with their names in the reader's language. Empty until they are asked for and loaded. */
@Injectable({ providedIn: 'root' })
export class EmojiCatalog {
  private readonly language = inject(LOCALE_ID).slice(0, 2);
  private readonly loaded = signal<readonly (readonly Emoji[])[]>([]);
  private asked: Promise<void> | null = null;

  /** By group, in the order of `EMOJI_GROUPS`. */
  readonly groups = this.loaded.asReadonly();
  readonly all = computed(() => this.loaded().flat());

  /** Loads the list, once; after a failure the next who asks tries again. */
  load(): void {
    this.asked ??= this.fetch().catch(() => {
      this.asked = null;
    });
  }

  private async fetch(): Promise<void> {
    const list = LISTS[this.language] ?? LISTS['en'];
    if (list) this.loaded.set(parseEmojis((await list()).LIST));
  }
}
