import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { initials } from './initials';
import { tintGround, tintInk } from './tint';

/** Pictures that were loaded before: they show at once, with no initials flashing up. */
const seen = new Set<string>();

/**
 * A picture, or initials on a tint: people are round, rooms are leaves. A dot tells who is there. Decoration: the name
 * stands beside it, and whoever shows the dot says it in words too.
 */
@Component({
  selector: 'parley-avatar',
  template: `
    @if (state() !== 'shown') {
      {{ letters() }}
    }
    @if (picture(); as src) {
      <img
        [class.shown]="state() === 'shown'"
        [src]="src"
        alt=""
        decoding="async"
        (load)="loaded(src)"
        (error)="state.set('missing')"
      />
    }
    @if (online()) {
      <span class="dot"></span>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      place-items: center;
      flex: none;
      width: var(--size);
      height: var(--size);
      border-radius: 50%;
      font: 600 var(--letters) / 1 var(--font);
      letter-spacing: 0.01em;
      user-select: none;
    }

    :host(.s48) {
      --size: var(--face);
      --letters: var(--face-letters);
      --leaf: var(--face-leaf);
    }

    :host(.s40) {
      --size: 40px;
      --letters: var(--fs-s);
      --leaf: 8px;
    }

    :host(.s32) {
      --size: 32px;
      --letters: var(--fs-xs);
      --leaf: 8px;
    }

    :host(.room) {
      border-bottom-right-radius: var(--leaf);
    }

    :host(.s96) {
      --size: 96px;
      --letters: var(--fs-xl);
    }

    img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      visibility: hidden;
      border-radius: inherit;
      object-fit: cover;
    }

    .shown {
      visibility: visible;
    }

    .dot {
      position: absolute;
      right: 0;
      bottom: 0;
      width: 14px;
      height: 14px;
      border: 2.5px solid var(--ring, var(--surface));
      border-radius: 50%;
      background: var(--online);
    }

    :host(.s32) .dot {
      right: -2px;
      bottom: -2px;
      width: 12px;
      height: 12px;
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[class.room]': 'kind() === "room"',
    '[class.s96]': 'size() === 96',
    '[class.s48]': 'size() === 48',
    '[class.s40]': 'size() === 40',
    '[class.s32]': 'size() === 32',
    '[style.background]': 'state() === "shown" ? null : ground()',
    '[style.color]': 'ink()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  /** The user's or the room's id: it chooses the tint. */
  readonly id = input.required<string>();
  readonly kind = input<'person' | 'room'>('person');
  readonly size = input<32 | 40 | 48 | 96>(48);
  /** Where the picture is; the initials stand in for it until it is there, and where there is none. */
  readonly picture = input<string | null>(null);
  /** Whether the person is there. */
  readonly online = input(false);

  protected readonly state = linkedSignal<'loading' | 'shown' | 'missing'>(() =>
    seen.has(this.picture() ?? '') ? 'shown' : 'loading',
  );
  protected readonly letters = computed(() => initials(this.name()));
  protected readonly ground = computed(() => tintGround(this.id()));
  protected readonly ink = computed(() => tintInk(this.id()));

  protected loaded(src: string): void {
    seen.add(src);
    if (src === this.picture()) this.state.set('shown');
  }
}
