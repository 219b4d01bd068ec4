import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { LossQuestion } from '../../ui/loss-question';

/** What is kept on this device and nowhere else. */
export interface KeptHere {
  readonly messages: number;
  readonly drafts: number;
}

/** Asks whether to leave although something that was written here would be lost. Answers true or nothing. */
@Component({
  selector: 'parley-sign-out-dialog',
  imports: [LossQuestion],
  template: `
    <parley-loss-question
      i18n-heading="@@signOutAnyway"
      heading="Sign out, and leave this behind?"
      i18n-keep="@@stay"
      keep="Stay"
      i18n-lose="@@signOut"
      lose="Sign out"
    >
      @if (kept.messages > 0) {
        <p>
          <ng-container i18n="@@messagesNotSentYet">{kept.messages, plural,
            =1 {One message of yours has not been sent yet.}
            other {{{ kept.messages }} messages of yours have not been sent yet.}
          }</ng-container>
        </p>
      }
      @if (kept.drafts > 0) {
        <p>
          <ng-container i18n="@@draftsHere">{kept.drafts, plural,
            =1 {You have begun one message and not finished it.}
            other {You have begun {{ kept.drafts }} messages and not finished them.}
          }</ng-container>
        </p>
      }
      <p i18n="@@goesWithSignOut">This is kept on this device only. Signing out deletes it.</p>
    </parley-loss-question>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutDialog {
  protected readonly kept = inject<KeptHere>(MAT_DIALOG_DATA);
}
