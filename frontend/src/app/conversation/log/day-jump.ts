import { A11yModule } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Today } from '../../rooms/today';
import { dayKey } from '../timeline/grouping';

/** Below the chip that was pressed, or above it where there is no room. */
const POSITIONS: ConnectedPosition[] = [
  { originX: 'center', originY: 'bottom', overlayX: 'center', overlayY: 'top', offsetY: 8 },
  { originX: 'center', originY: 'top', overlayX: 'center', overlayY: 'bottom', offsetY: -8 },
];

/** A small dialog beside the name of a day that leads to another one. Days are told as `2026-06-11`. */
@Component({
  selector: 'parley-day-jump',
  imports: [A11yModule, CdkConnectedOverlay, MatButton],
  templateUrl: './day-jump.html',
  styleUrl: './day-jump.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayJump {
  private readonly today = inject(Today);

  /** The element beside which it opens. */
  readonly origin = input.required<Element>();
  /** The day that is in view. */
  readonly day = input.required<string>();
  readonly chosen = output<string>();
  readonly first = output();
  readonly closed = output();

  protected readonly positions = POSITIONS;
  protected readonly latest = (): string => dayKey(this.today.now());

  /** So many days before today. */
  protected daysAgo(days: number): string {
    const now = this.today.now();
    return dayKey(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
  }

  protected choose(event: Event, day: string): void {
    event.preventDefault();
    if (day) this.chosen.emit(day);
  }
}
