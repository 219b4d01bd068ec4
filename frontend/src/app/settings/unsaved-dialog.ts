import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LossQuestion } from '../ui/loss-question';

/** Asks what becomes of changes that are not saved. Closes with `true` where they are given up. */
@Component({
  selector: 'parley-unsaved-dialog',
  imports: [LossQuestion],
  template: `
    <parley-loss-question
      i18n-heading="@@unsavedTitle"
      heading="Your changes are not saved"
      i18n-keep="@@stay"
      keep="Stay"
      i18n-lose="@@discardChanges"
      lose="Discard changes"
    >
      <p i18n="@@unsavedText">Stay to save them, or leave, and all is as it was before.</p>
    </parley-loss-question>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsavedDialog {}
