import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Inline } from '../../core/text/nodes';
import type { PersonAsked } from '../person/person-asked';
import type { People } from './mentioned';

/** Parts of a line, with what is put behind them. White space counts: none of the template's stands beside a text. */
@Component({
  selector: '[parleyInlineText]',
  templateUrl: './inline-text.html',
  styles: `
    :host {
      white-space: pre-wrap;
    }

    code {
      padding: 1px var(--s-half);
      border-radius: var(--s-half);
      background: var(--code);
      font: 400 var(--fs-s) / 18px var(--mono);
      font-variant-ligatures: none;
    }

    strong {
      font-weight: 600;
    }

    .leads {
      color: var(--ink-2);
    }

    /* It is a word among others: it can be selected, and broken. */
    .mention {
      border-radius: var(--s-half);
      font-weight: 500;
      color: var(--accent-ink);
      text-align: start;
      overflow-wrap: anywhere;
      user-select: text;
    }

    .mention:hover {
      text-decoration: underline;
    }

    .reader {
      padding: 0 3px;
      background: var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InlineText {
  readonly nodes = input.required<readonly Inline[]>({ alias: 'parleyInlineText' });
  /** Those whom the message mentions. */
  readonly people = input.required<People>();
  /** The reader wants to see more of somebody who is mentioned. */
  readonly asked = output<PersonAsked>();

  protected readonly leadsTo = (host: string): string => $localize`:@@linkLeadsTo: (leads to ${host}:host:)`;
}
