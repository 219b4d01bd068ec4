import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon';

/** Over the field: the message that the next one answers, or the one that is being changed. */
@Component({
  selector: 'parley-compose-head',
  imports: [Icon],
  template: `
    <span class="text grow">
      <b class="clip" dir="auto">{{ heading() }}</b>
      <span class="body" dir="auto">{{ body() }}</span>
    </span>
    <button class="icon-btn" type="button" [attr.aria-label]="closeLabel()" (click)="dismiss.emit()">
      <parley-icon name="close" [size]="20" />
    </button>
  `,
  styleUrl: './compose-head.css',
  host: { '[style.--bar-ink]': 'ink()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComposeHead {
  readonly heading = input.required<string>();
  readonly body = input.required<string>();
  /** The colour of the heading and the bar: the tint of whoever is quoted. */
  readonly ink = input.required<string>();
  readonly closeLabel = input.required<string>();
  readonly dismiss = output();
}
