import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { FOREVER, type Room } from '#shared';
import { MUTE_TIMES, type MuteTime } from '../../rooms/menu/mute-times';
import { isMuted } from '../../rooms/preferences';
import { RoomActions } from '../../rooms/menu/room-actions';
import { Today } from '../../rooms/today';
import { Icon } from '../../ui/icon';
import { dateAndTime } from '../../ui/time-labels';

/** Whether a conversation is muted, until when, and the way to change it. */
@Component({
  selector: 'parley-mute-control',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <parley-icon [name]="muted() ? 'mute' : 'bell'" [size]="20" />
    <span class="grow">{{ state() }}</span>
    @if (muted()) {
      <button matButton="text" type="button" (click)="actions.prefer(room(), { mutedUntil: null })" i18n="@@unmute">
        Unmute
      </button>
    } @else {
      <button matButton="text" type="button" [matMenuTriggerFor]="times" i18n="@@mute">Mute</button>
    }
    <mat-menu #times="matMenu" xPosition="before">
      @for (time of muteTimes; track time) {
        <button mat-menu-item type="button" (click)="mute(time)">{{ time.label }}</button>
      }
    </mat-menu>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s1h);
      min-height: 48px;
      color: var(--ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MuteControl {
  private readonly today = inject(Today);
  protected readonly actions = inject(RoomActions);

  readonly room = input.required<Room>();

  protected readonly muteTimes = MUTE_TIMES;
  protected readonly muted = computed(() => isMuted(this.room().me, this.today.minute()));
  protected readonly state = computed(() => {
    if (!this.muted()) return $localize`:@@notMuted:Not muted`;
    const until = this.room().me?.mutedUntil ?? FOREVER;
    if (until === FOREVER) return $localize`:@@mutedForever:Muted`;
    return $localize`:@@mutedUntil:Muted until ${dateAndTime(until)}:moment:`;
  });

  protected mute(time: MuteTime): void {
    this.actions.prefer(this.room(), { mutedUntil: time.until(new Date()) });
  }
}
