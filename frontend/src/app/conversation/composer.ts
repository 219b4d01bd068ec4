import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  linkedSignal,
  output,
  type ElementRef,
  viewChild,
} from '@angular/core';
import { LIMITS } from '#shared';
import { Icon } from '../ui/icon';

/** From here on the composer says how much room is left. */
const COUNT_FROM = LIMITS.body.max - 200;

/** Where a message is written. What is typed is kept per room by whoever listens to `draftChange`. */
@Component({
  selector: 'parley-composer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  templateUrl: './composer.html',
  styleUrl: './composer.css',
})
export class Composer {
  /** What the field starts from; a new room brings a new one. */
  readonly draft = input.required<{ roomId: string; text: string }>();
  readonly placeholder = input.required<string>();
  readonly draftChange = output<string>();
  readonly send = output<string>();

  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly text = linkedSignal(() => this.draft().text);
  protected readonly left = computed(() => LIMITS.body.max - [...this.text().trim()].length);
  protected readonly isCounting = computed(() => this.left() <= LIMITS.body.max - COUNT_FROM);
  protected readonly canSend = computed(() => this.text().trim() !== '' && this.left() >= 0);
  protected readonly notice = computed(() =>
    this.left() < 0
      ? `A message can have ${LIMITS.body.max.toLocaleString()} characters. Take out ${-this.left()}, or send it in parts.`
      : `${this.left()} left`,
  );

  constructor() {
    effect(() => {
      const field = this.field().nativeElement;
      // Writing the same text back would break off an input method's composition.
      if (field.value !== this.text()) field.value = this.text();
    });
  }

  /** Puts the caret into the field. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.draftChange.emit(text);
  }

  protected keyDown(event: KeyboardEvent): void {
    // While an input method composes a character, Enter chooses it.
    if (event.key !== 'Enter' || event.isComposing || breaksLine(event)) return;
    event.preventDefault();
    this.submit();
  }

  protected submit(): void {
    if (!this.canSend()) return;
    const body = this.text().trim();
    this.typed('');
    this.send.emit(body);
    this.focus();
  }
}

/** Shift and Enter, and on a phone Enter by itself, where the button sends. */
function breaksLine(event: KeyboardEvent): boolean {
  return event.shiftKey || matchMedia('(max-width: 719px) and (pointer: coarse)').matches;
}
