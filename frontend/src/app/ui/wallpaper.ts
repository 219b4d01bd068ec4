import { ChangeDetectionStrategy, Component } from '@angular/core';

const TILE = { width: 144, height: 288 };

const LINES =
  'M12 30A14 14 0 1 1 40 30V41A3 3 0 0 1 37 44H26A14 14 0 0 1 12 30ZM20 27h12M20 33h7' +
  'M132 101A14 14 0 1 0 104 101V112A3 3 0 0 0 107 115H118A14 14 0 0 0 132 101ZM112 101l4.5 4.5 8-9' +
  'M106 17a8 8 0 1 1 -16 0v-6a2 2 0 0 1 2-2h6a8 8 0 0 1 8 8Z' +
  'M18 89a8 8 0 1 0 16 0v-6a2 2 0 0 0 -2-2h-6a8 8 0 0 0 -8 8Z' +
  'M64 52c3-4 6-4 9 0s6 4 9 0' +
  'M136 56c-3 0-4 1-4 3.5s-1 3.5-2.5 4c1.5.5 2.5 1.5 2.5 4s1 3.5 4 3.5' +
  'M62 118 60 132M70 118l-2 14M57 122.5h16M56 128h16' +
  'M66 80a6 6 0 1 1 12 0 6 6 0 0 1-12 0Z';

const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

const DOTS =
  dot(56, 16, 2) + dot(64, 16, 2) + dot(72, 16, 2) + dot(104, 56, 2.5) + dot(12, 124, 2.5) + dot(72, 80, 1.5);

/** In half-drop: every second column stands half a tile lower. */
const PLACES = ['translate(0 0)', 'translate(72 144)', 'translate(-72 144)'];

let instances = 0;

/** The ground sown with leaves of the mark's counter. Fills its positioned parent; `color` is the motif's. */
@Component({
  selector: 'parley-wallpaper',
  template: `
    <svg width="100%" height="100%">
      <pattern
        [attr.id]="id"
        [attr.width]="tile.width"
        [attr.height]="tile.height"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-14) scale(.9)"
      >
        @for (place of places; track place) {
          <g [attr.transform]="place">
            <path class="lines" [attr.d]="lines" />
            <path class="dots" [attr.d]="dots" />
          </g>
        }
      </pattern>
      <rect width="100%" height="100%" [attr.fill]="'url(#' + id + ')'" />
    </svg>
  `,
  styles: `
    :host {
      position: absolute;
      inset: 0;
      overflow: hidden;
      pointer-events: none;
      color: var(--chat-motif);
    }

    .lines {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .dots {
      fill: currentColor;
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Wallpaper {
  /** Ids are the document's, so each wallpaper names its pattern differently. */
  protected readonly id = `leaves-${instances++}`;
  protected readonly tile = TILE;
  protected readonly lines = LINES;
  protected readonly dots = DOTS;
  protected readonly places = PLACES;
}
