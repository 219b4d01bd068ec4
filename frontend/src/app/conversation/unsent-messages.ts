import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OutboxEntry } from '../rooms/outbox/outbox-entry';
import { CopyText } from './options/copy-text';

/** What was refused, or begun, where there is no log any more to show it in: nothing that was written is lost. */
@Component({
  selector: 'parley-unsent-messages',
  imports: [MatButton],
  templateUrl: './unsent-messages.html',
  styleUrl: './unsent-messages.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsentMessages {
  protected readonly copyText = inject(CopyText);

  readonly messages = input.required<readonly OutboxEntry[]>();
  /** What was typed and not sent; empty where nothing was. */
  readonly draft = input.required<string>();
  /** The `clientId` of a message that its writer does not want any more. */
  readonly discard = output<string>();
  readonly discardDraft = output();
}
