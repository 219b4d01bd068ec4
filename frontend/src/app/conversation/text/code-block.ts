import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map, startWith, Subject, switchMap, timer } from 'rxjs';
import { Icon } from '../../ui/icon';
import { highlight } from './highlight';

/** Longer code than this is folded, down to so many lines. */
const LONG = 12;
const FOLDED = 4;
const SAYS_COPIED_MS = 2_000;

/** Code of several lines: it scrolls sideways, folds when it is long, and can be copied. */
@Component({
  selector: 'parley-code-block',
  imports: [Icon],
  templateUrl: './code-block.html',
  styleUrl: './code-block.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeBlock {
  private readonly clipboard = inject(Clipboard);
  private readonly copies = new Subject<void>();

  readonly language = input.required<string | null>();
  readonly text = input.required<string>();

  protected readonly lines = computed(() => this.text().split('\n'));
  protected readonly isLong = computed(() => this.lines().length > LONG);
  protected readonly isOpen = signal(false);
  protected readonly folded = computed(() => this.lines().length - FOLDED);
  protected readonly pieces = computed(() => {
    const shown = this.isLong() && !this.isOpen() ? this.lines().slice(0, FOLDED).join('\n') : this.text();
    return highlight(shown, this.language());
  });
  protected readonly isCopied = toSignal(
    this.copies.pipe(
      switchMap(() =>
        timer(SAYS_COPIED_MS).pipe(
          map(() => false),
          startWith(true),
        ),
      ),
    ),
    { initialValue: false },
  );

  protected copy(): void {
    if (this.clipboard.copy(this.text())) this.copies.next();
  }

  protected toggle(): void {
    this.isOpen.update((isOpen) => !isOpen);
  }
}
