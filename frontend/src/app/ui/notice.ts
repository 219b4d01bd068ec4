import { ChangeDetectionStrategy, Component } from '@angular/core';

/**
 * Something to know that can wait, with what one can do about it, at the foot of the page where nothing is written or read.
 * `<parley-notice>sentence <ng-container actions><button>..</button></ng-container></parley-notice>`
 */
@Component({
  selector: 'parley-notice',
  template: `
    <p><ng-content /></p>
    <div class="actions"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--s2) var(--s1) var(--s1) var(--s2);
      border-radius: var(--r-m);
      background: var(--floating);
      box-shadow: var(--e2);
      animation: rise var(--calm) var(--ease);
    }

    p {
      padding-right: var(--s1);
      overflow-wrap: anywhere;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--s-half);
      margin-top: var(--s1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {}
