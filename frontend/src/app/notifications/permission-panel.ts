import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import type { Permission } from './permission';
import { unblockingSteps } from './unblocking';

const ICONS: Record<Permission, IconName> = {
  default: 'bell',
  granted: 'check',
  denied: 'mute',
  insecure: 'lock',
  unsupported: 'mute',
};

/** What the browser says to notifications, and what can be done about it. */
@Component({
  selector: 'parley-permission-panel',
  imports: [Icon, MatButton],
  templateUrl: './permission-panel.html',
  styleUrl: './permission-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PermissionPanel {
  readonly state = input.required<Permission>();
  /** Whether the browser asks at this moment. */
  readonly isAsking = input(false);
  /** What came of the last button. */
  readonly outcome = input('');

  readonly ask = output();
  readonly test = output();
  readonly check = output();

  protected readonly icon = computed(() => ICONS[this.state()]);
  protected readonly steps = computed(() => unblockingSteps(this.userAgent));

  private readonly userAgent = inject(DOCUMENT).defaultView?.navigator.userAgent ?? '';
}
