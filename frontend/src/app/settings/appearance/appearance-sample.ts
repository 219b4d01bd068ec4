import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Wallpaper } from '../../ui/wallpaper';

/** A few messages as they will look. Nobody wrote them: they are there for the eye alone. */
@Component({
  selector: 'parley-appearance-sample',
  imports: [Wallpaper],
  template: `
    <parley-wallpaper />
    <p i18n="@@sampleAsk">Could you look at the release notes?</p>
    <p class="near" i18n="@@sampleWhen">Before lunch, if you can.</p>
    <p class="own" i18n="@@sampleAnswer">On it. Ten minutes.</p>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      justify-items: start;
      padding: var(--s2);
      overflow: hidden;
      border-radius: var(--r-m) var(--r-m) 0 0;
      background: var(--chat);
    }

    p {
      position: relative;
      max-width: 86%;
      padding: var(--bubble-pad) var(--s1h);
      border-radius: var(--r-bubble);
      background: var(--bubble-in);
      box-shadow: var(--e1);
      font-size: var(--fs-message);
      line-height: var(--lh-message);
    }

    .near {
      margin-top: var(--in-run);
    }

    .own {
      justify-self: end;
      margin-top: var(--between-runs);
      background: var(--bubble-out);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearanceSample {}
