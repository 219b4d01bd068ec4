import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { findLinks } from './links';

/** A message's text with its links as elements; nothing in it is ever read as HTML. */
@Component({
  selector: 'parley-linked-text',
  // The text is bound, not interpolated: white space counts, and none of the template's may get in.
  template: `
    @for (part of parts(); track $index) {
      @if (part.href) {
        <a [href]="part.href" target="_blank" rel="noopener noreferrer" [textContent]="part.text"></a>
      } @else {
        <span [textContent]="part.text"></span>
      }
    }
  `,
  styles: `
    span {
      white-space: pre-wrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkedText {
  readonly body = input.required<string>();

  protected readonly parts = computed(() => findLinks(this.body()));
}
