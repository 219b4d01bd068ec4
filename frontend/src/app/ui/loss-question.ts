import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/**
 * Asks in a dialog before something is lost. What loses it is filled in the colour of danger, what keeps it comes first and has
 * the focus; the dialog closes with true where it is meant.
 * `<parley-loss-question heading=".." keep="Stay" lose="Leave room"><p>sentence</p></parley-loss-question>`
 */
@Component({
  selector: 'parley-loss-question',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title dir="auto">{{ heading() }}</h2>
    <mat-dialog-content class="notes"><ng-content /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close cdkFocusInitial>{{ keep() }}</button>
      <button class="lose" matButton="filled" type="button" [mat-dialog-close]="true">{{ lose() }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    :host {
      display: contents;
    }

    h2 {
      overflow-wrap: anywhere;
    }

    .notes {
      display: grid;
      gap: var(--s1);
    }

    .lose,
    .lose:hover {
      --mat-button-filled-container-color: var(--danger);
      --mat-button-filled-label-text-color: var(--surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LossQuestion {
  readonly heading = input.required<string>();
  readonly keep = input.required<string>();
  readonly lose = input.required<string>();
}
