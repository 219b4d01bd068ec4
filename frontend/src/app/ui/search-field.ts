import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from './icon';

/** A field that searches as one types. Escape first gives the search back, then does what it does outside. */
@Component({
  selector: 'parley-search-field',
  imports: [Icon],
  template: `
    <label class="field">
      <parley-icon name="search" [size]="20" />
      <span class="sr">{{ label() }}</span>
      <input
        #field
        type="search"
        autocomplete="off"
        maxlength="100"
        [placeholder]="label()"
        (input)="searched.emit(field.value)"
        (keydown.escape)="clear(field, $event)"
      />
    </label>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  /** What is searched; stands in the field until something is typed. */
  readonly label = input.required<string>();
  readonly searched = output<string>();

  protected clear(field: HTMLInputElement, event: Event): void {
    if (!field.value) return;
    event.stopPropagation();
    field.value = '';
    this.searched.emit('');
  }
}
