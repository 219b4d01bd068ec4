import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '../ui/icon';
import { Quiet } from './quiet';
import { QuietMenu } from './quiet-menu';

/** Says, while it is quiet, that it is and until when; and opens the way out of it. */
@Component({
  selector: 'parley-quiet-sign',
  imports: [Icon, MatMenuTrigger, QuietMenu],
  template: `
    @if (quiet.isOn()) {
      <button
        class="icon-btn"
        type="button"
        [attr.aria-label]="quiet.label()"
        [title]="quiet.label()"
        [matMenuTriggerFor]="choices.menu()"
      >
        <parley-icon name="moon" />
      </button>
      <parley-quiet-menu #choices />
    }
  `,
  styles: `
    .icon-btn {
      color: var(--accent-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuietSign {
  protected readonly quiet = inject(Quiet);
}
