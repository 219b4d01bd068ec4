import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, output } from '@angular/core';
import { Avatar } from '../../ui/avatar';
import type { Suggestion } from './suggestion';

/** The id of an option, by which the field says which one is active. */
export const optionId = (index: number): string => `completion-${index}`;

/** What a name that is being typed may mean. The focus stays in the field. */
@Component({
  selector: 'parley-completion-list',
  imports: [Avatar],
  template: `
    @for (suggestion of suggestions(); track suggestion.id; let index = $index) {
      <button
        type="button"
        role="option"
        tabindex="-1"
        [id]="optionId(index)"
        [attr.aria-selected]="index === active()"
        (pointermove)="point.emit(index)"
        (mousedown)="$event.preventDefault()"
        (click)="choose.emit(index)"
      >
        @if (suggestion.person; as person) {
          <parley-avatar
            [name]="person.displayName"
            [id]="person.id"
            [picture]="person.picture"
            [online]="person.online"
            [size]="32"
          />
        } @else {
          <span class="glyph" aria-hidden="true">{{ suggestion.glyph }}</span>
        }
        <span class="name clip" dir="auto">{{ suggestion.title }}</span>
        <span class="detail clip">{{ suggestion.detail }}</span>
        @if (suggestion.person?.online) {
          <span class="sr" i18n="@@online">Online</span>
        }
      </button>
    }
  `,
  styleUrl: './completion-list.css',
  host: { role: 'listbox', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompletionList {
  readonly suggestions = input.required<readonly Suggestion[]>();
  readonly active = input.required<number>();
  readonly label = input.required<string>();
  readonly choose = output<number>();
  readonly point = output<number>();

  protected readonly optionId = optionId;

  constructor() {
    const list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => list.querySelector(`#${optionId(this.active())}`)?.scrollIntoView({ block: 'nearest' }));
  }
}
