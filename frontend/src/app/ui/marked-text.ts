import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text in which some stretches stand out: what was looked for. */
@Component({
  selector: 'parley-marked-text',
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.isMarked) {
        <mark>{{ piece.text }}</mark>
      } @else {
        <span>{{ piece.text }}</span>
      }
    }
  `,
  styles: `
    mark {
      background: none;
      color: var(--accent-ink);
      font-weight: 700;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkedText {
  readonly text = input.required<string>();
  /** From the first code unit of each stretch to the one behind its last, in their order. */
  readonly marks = input<readonly (readonly [number, number])[]>([]);

  protected readonly pieces = computed(() => piecesOf(this.text(), this.marks()));
}

function piecesOf(text: string, marks: readonly (readonly [number, number])[]): readonly Piece[] {
  let at = 0;
  const pieces: Piece[] = [];
  for (const [from, to] of marks) {
    pieces.push({ text: text.slice(at, from), isMarked: false }, { text: text.slice(from, to), isMarked: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), isMarked: false }].filter((piece) => piece.text !== '');
}
