import { Directive, inject } from '@angular/core';
import { TextField } from './text-field';

/** The control inside a `parley-text-field`: it takes its id, and what describes it, from there. */
@Directive({
  selector: 'input[parleyInput], textarea[parleyInput]',
  host: {
    class: 'text-input',
    '[attr.id]': 'field.id',
    '[attr.aria-describedby]': 'field.noteId()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class TextInput {
  protected readonly field = inject(TextField);
}
