import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { inTone, TONES, type Tone } from './emoji';

const HAND = { glyph: '✋', hasTones: true };

const NAMES: Readonly<Record<Tone, string>> = {
  '': $localize`:@@toneNone:No skin tone`,
  '\u{1F3FB}': $localize`:@@toneLight:Light skin tone`,
  '\u{1F3FC}': $localize`:@@toneMediumLight:Medium-light skin tone`,
  '\u{1F3FD}': $localize`:@@toneMedium:Medium skin tone`,
  '\u{1F3FE}': $localize`:@@toneMediumDark:Medium-dark skin tone`,
  '\u{1F3FF}': $localize`:@@toneDark:Dark skin tone`,
};

/** The skin tone of all hands and people, from now on. */
@Component({
  selector: 'parley-tone-choice',
  template: `
    <button
      class="icon-btn"
      type="button"
      i18n-aria-label="@@skinTone"
      aria-label="Skin tone"
      [attr.aria-expanded]="isOpen()"
      (click)="isOpen.set(!isOpen())"
    >
      <span aria-hidden="true">{{ inTone(hand, tone()) }}</span>
    </button>
    @if (isOpen()) {
      <fieldset>
        <legend class="sr" i18n="@@skinTone">Skin tone</legend>
        @for (each of tones; track each) {
          <label>
            <input class="sr" type="radio" name="tone" [checked]="each === tone()" (change)="choose.emit(each)" />
            <span class="sr">{{ names[each] }}</span>
            <span class="hand" aria-hidden="true">{{ inTone(hand, each) }}</span>
          </label>
        }
      </fieldset>
    }
  `,
  styleUrl: './tone-choice.css',
  host: { '(document:pointerdown)': 'pressed($event)', '(keydown.escape)': 'escape($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToneChoice {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly tone = input.required<Tone>();
  readonly choose = output<Tone>();

  protected readonly isOpen = signal(false);
  protected readonly hand = HAND;
  protected readonly tones = TONES;
  protected readonly names = NAMES;
  protected readonly inTone = inTone;

  protected pressed({ target }: Event): void {
    if (target instanceof Node && !this.host.contains(target)) this.isOpen.set(false);
  }

  protected escape(event: Event): void {
    if (!this.isOpen()) return;
    event.stopPropagation();
    this.isOpen.set(false);
    this.host.querySelector('button')?.focus();
  }
}
