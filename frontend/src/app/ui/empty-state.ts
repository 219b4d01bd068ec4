import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Mark } from './mark';

/**
 * What stands where there is nothing yet, or nothing any more: the mark, one line, a sentence, ways on.
 * `<parley-empty-state heading="..">sentence <button actions>..</button></parley-empty-state>`
 */
@Component({
  selector: 'parley-empty-state',
  imports: [Mark],
  template: `
    <parley-mark />
    <p class="heading" role="heading" [attr.aria-level]="level()">{{ heading() }}</p>
    <p class="text"><ng-content /></p>
    <div class="actions"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      max-width: 560px;
      padding: var(--s4);
      text-align: center;
    }

    parley-mark {
      width: 88px;
      height: 88px;
      margin: 0 auto var(--s3);
    }

    .heading {
      font: 650 var(--fs-xl) / 32px var(--font);
      letter-spacing: -0.02em;
      overflow-wrap: anywhere;
      text-wrap: balance;
    }

    .text {
      max-width: 376px;
      margin-inline: auto;
      margin-top: var(--s1);
      line-height: 24px;
      color: var(--ink-2);
      text-wrap: balance;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--s1h);
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly heading = input.required<string>();
  /** 1 where the page has no other title. */
  readonly level = input<1 | 2>(2);
}
