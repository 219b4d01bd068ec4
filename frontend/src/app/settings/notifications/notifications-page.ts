import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenuTrigger } from '@angular/material/menu';
import { Chime } from '../../notifications/chime';
import { NoticeBoard } from '../../notifications/notice-board';
import type { About, QuietSchedule } from '../../core/notification-settings';
import { NotificationPermission } from '../../notifications/permission';
import { PermissionPanel } from '../../notifications/permission-panel';
import { Quiet } from '../../notifications/quiet';
import { QuietHours } from '../../notifications/quiet-hours';
import { QuietMenu } from '../../notifications/quiet-menu';
import { NotificationSettingsStore } from '../../notifications/settings-store';
import { VolumeRow } from '../../notifications/volume-row';
import { Today } from '../../rooms/today';
import { RadioList, type RadioOption } from '../../ui/radio-list';
import { SwitchRow } from '../../ui/switch-row';
import { SettingGroup } from '../setting-group';
import { SettingRow } from '../setting-row';
import { SettingsPage } from '../settings-page';

const ABOUT: readonly RadioOption<About>[] = [
  { value: 'everything', label: $localize`:@@aboutEverything:Every message` },
  { value: 'directAndMentions', label: $localize`:@@aboutDirect:Direct messages and mentions` },
  { value: 'nothing', label: $localize`:@@aboutNothing:Nothing` },
];

/** What reaches the reader on this device, how it sounds, and when it stays quiet. */
@Component({
  selector: 'parley-notifications-page',
  imports: [
    MatButton,
    MatMenuTrigger,
    PermissionPanel,
    QuietHours,
    QuietMenu,
    RadioList,
    SettingGroup,
    SettingRow,
    SettingsPage,
    SwitchRow,
    VolumeRow,
  ],
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationsPage {
  protected readonly permission = inject(NotificationPermission);
  protected readonly store = inject(NotificationSettingsStore);
  protected readonly quiet = inject(Quiet);
  private readonly board = inject(NoticeBoard);
  private readonly chime = inject(Chime);

  protected readonly about = ABOUT;
  protected readonly notQuiet = $localize`:@@quietOff:Do not disturb is off`;
  protected readonly settings = this.store.settings;
  protected readonly now = inject(Today).minute;
  protected readonly isAsking = signal(false);
  protected readonly outcome = signal('');
  protected readonly soundOutcome = signal('');

  protected async ask(): Promise<void> {
    this.isAsking.set(true);
    const answer = await this.permission.ask();
    this.isAsking.set(false);
    this.outcome.set(
      answer === 'default' ? $localize`:@@askedInVain:The browser did not get an answer. Nothing has changed.` : '',
    );
  }

  protected async test(): Promise<void> {
    const isShown = await this.board.showTest();
    this.outcome.set(
      isShown
        ? $localize`:@@testSent:Sent. If you do not see it, your system holds notifications of this browser back.`
        : $localize`:@@testFailed:This browser shows notifications only once Parley is installed as an app.`,
    );
  }

  protected check(): void {
    const state = this.permission.check();
    this.outcome.set(state === 'denied' ? $localize`:@@stillBlocked:Still blocked.` : '');
  }

  protected setSound(on: boolean): void {
    this.store.changeSound({ on });
    if (on) void this.play();
  }

  protected setVolume(volume: number): void {
    this.store.changeSound({ volume });
    void this.play();
  }

  protected async play(): Promise<void> {
    const isPlayed = await this.chime.play(this.settings().sound.volume);
    this.soundOutcome.set(isPlayed ? '' : $localize`:@@soundFailed:This browser does not let Parley play sounds.`);
  }

  protected setScheduled(on: boolean): void {
    this.setSchedule({ ...this.settings().quiet.schedule, on });
  }

  /** A schedule that was just set holds at once. */
  protected setSchedule(schedule: QuietSchedule): void {
    this.store.changeQuiet({ schedule, liftedUntil: null });
  }
}
