import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initials } from './initials';
import { tintGround, tintInk } from './tint';

/**
 * A picture, or initials on a tint: people are round, rooms are leaves. A dot tells who is there. Decoration: the name
 * stands beside it, and whoever shows the dot says it in words too.
 */
@Component({
  selector: 'parley-avatar',
  template: `
    @if (picture(); as src) {
      <img [src]="src" alt="" loading="lazy" decoding="async" />
    } @else {
      {{ letters() }}
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
      --size: 48px;
      --letters: var(--fs-m);
      --leaf: 10px;
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

    img {
      width: 100%;
      height: 100%;
      border-radius: inherit;
      object-fit: cover;
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
    '[class.s48]': 'size() === 48',
    '[class.s40]': 'size() === 40',
    '[class.s32]': 'size() === 32',
    '[style.background]': 'ground()',
    '[style.color]': 'ink()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  /** The user's or the room's id: it chooses the tint. */
  readonly id = input.required<string>();
  readonly kind = input<'person' | 'room'>('person');
  readonly size = input<32 | 40 | 48>(48);
  /** Where the picture is; null shows the initials. */
  readonly picture = input<string | null>(null);
  /** Whether the person is there. */
  readonly online = input(false);

  protected readonly letters = computed(() => initials(this.name()));
  protected readonly ground = computed(() => tintGround(this.id()));
  protected readonly ink = computed(() => tintInk(this.id()));
}
