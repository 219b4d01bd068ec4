import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { readersLocale } from '../ui/readers-locale';
import { HoursBar } from './hours-bar';
import type { QuietSchedule } from '../core/notification-settings';

/** The week as it is worked through. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
/** A Sunday, to name the days by. */
const SUNDAY = new Date(2026, 0, 4);

/** From when until when it is quiet, and on which days that begins. */
@Component({
  selector: 'parley-quiet-hours',
  imports: [HoursBar],
  template: `
    <div class="times">
      <label>
        <span i18n="@@quietFrom">From</span>
        <input #from type="time" required [value]="schedule().from" (change)="setTime('from', from)" />
      </label>
      <label>
        <span i18n="@@quietTo">Until</span>
        <input #to type="time" required [value]="schedule().to" (change)="setTime('to', to)" />
      </label>
      <div class="days" role="group" i18n-aria-label="@@quietDays" aria-label="Days on which it begins">
        @for (day of week(); track day.day) {
          <button
            type="button"
            [attr.aria-pressed]="day.isChosen"
            [attr.aria-label]="day.name"
            (click)="toggle(day.day)"
          >
            {{ day.short }}
          </button>
        }
      </div>
    </div>
    @if (schedule().days.length === 0) {
      <p role="status" i18n="@@quietNoDay">No day is chosen, so it is never quiet by itself.</p>
    } @else {
      <parley-hours-bar [from]="schedule().from" [to]="schedule().to" [now]="now()" />
    }
  `,
  styleUrl: './quiet-hours.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuietHours {
  readonly schedule = input.required<QuietSchedule>();
  readonly now = input.required<Date>();
  readonly scheduleChange = output<QuietSchedule>();

  protected readonly week = computed(() =>
    WEEK.map((day) => ({ day, ...nameOf(day), isChosen: this.schedule().days.includes(day) })),
  );

  /** A time that was only half typed is put back. */
  protected setTime(field: 'from' | 'to', control: HTMLInputElement): void {
    if (control.value) this.scheduleChange.emit({ ...this.schedule(), [field]: control.value });
    else control.value = this.schedule()[field];
  }

  protected toggle(day: number): void {
    const { days } = this.schedule();
    const chosen = days.includes(day) ? days.filter((other) => other !== day) : [...days, day];
    this.scheduleChange.emit({ ...this.schedule(), days: chosen });
  }
}

function nameOf(day: number): { readonly name: string; readonly short: string } {
  const at = new Date(SUNDAY.getFullYear(), SUNDAY.getMonth(), SUNDAY.getDate() + day);
  const name = at.toLocaleDateString(readersLocale(), { weekday: 'long' });
  return { name, short: [...name].slice(0, 2).join('') };
}
