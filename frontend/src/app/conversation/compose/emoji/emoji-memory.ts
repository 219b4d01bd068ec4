import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import * as z from 'zod/mini';
import { SessionStore } from '../../../auth/session-store';
import { TONES, type Tone } from './emoji';

/** Three rows of the picker. */
const KEPT = 24;

const Remembered = z.object({ recent: z.array(z.string()).check(z.maxLength(KEPT)), tone: z.enum(TONES) });
type Remembered = z.infer<typeof Remembered>;
const NOTHING: Remembered = { recent: [], tone: '' };

/** Which emojis somebody has used lately, and in which skin tone: kept in this browser, for each person apart. */
@Injectable({ providedIn: 'root' })
export class EmojiMemory {
  private readonly session = inject(SessionStore);
  private readonly place = computed(() => `parley:emoji:${this.session.user()?.id ?? ''}`);
  private readonly held = linkedSignal(() => read(this.place()));

  /** Glyphs without a tone, the last used first. */
  readonly recent = computed(() => this.held().recent);
  readonly tone = computed(() => this.held().tone);

  use(glyph: string): void {
    const others = this.recent().filter((each) => each !== glyph);
    this.keep({ ...this.held(), recent: [glyph, ...others].slice(0, KEPT) });
  }

  choose(tone: Tone): void {
    this.keep({ ...this.held(), tone });
  }

  private keep(remembered: Remembered): void {
    this.held.set(remembered);
    try {
      localStorage.setItem(this.place(), JSON.stringify(remembered));
    } catch {
      // A browser that stores nothing forgets it with the page.
    }
  }
}

function read(place: string): Remembered {
  try {
    return Remembered.parse(JSON.parse(localStorage.getItem(place) ?? ''));
  } catch {
    return NOTHING;
  }
}
