import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const DAY_MINUTES = 24 * 60;
const TICKS = ['00:00', '06:00', '12:00', '18:00', '24:00'];

/** A part of the day, in percent of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The quiet stretches of one day, midnight to midnight; two where they reach across it, all of it where both are the same. */
export function stretches(from: string, to: string): Stretch[] {
  const [start, end] = [percent(from), percent(to)];
  if (start < end) return [{ start, end }];
  return [
    { start: 0, end },
    { start, end: 100 },
  ].filter((stretch) => stretch.start < stretch.end);
}

const percent = (timeOfDay: string): number => {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return ((hours * 60 + minutes) / DAY_MINUTES) * 100;
};

/** The day as a bar: what of it is quiet, and where one is now. Decoration: the times stand beside it. */
@Component({
  selector: 'parley-hours-bar',
  template: `
    <div class="bar">
      @for (stretch of quiet(); track stretch.start) {
        <i [style.left.%]="stretch.start" [style.right.%]="100 - stretch.end"></i>
      }
      <i class="now" [style.left.%]="present()"></i>
    </div>
    <div class="ticks num">
      @for (tick of ticks; track tick) {
        <span>{{ tick }}</span>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }

    .bar {
      position: relative;
      height: 16px;
      overflow: hidden;
      border-radius: var(--r-full);
      background: var(--field);
    }

    i {
      position: absolute;
      top: 0;
      bottom: 0;
      background: var(--accent);
    }

    .now {
      width: 2px;
      background: var(--ink);
      box-shadow: 0 0 0 1px var(--surface);
    }

    .ticks {
      display: flex;
      justify-content: space-between;
      margin-top: var(--s-half);
      font-size: var(--fs-xs);
      line-height: 16px;
      color: var(--ink-3);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoursBar {
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly now = input.required<Date>();

  protected readonly ticks = TICKS;
  protected readonly quiet = computed(() => stretches(this.from(), this.to()));
  protected readonly present = computed(() => percent(`${this.now().getHours()}:${this.now().getMinutes()}`));
}
