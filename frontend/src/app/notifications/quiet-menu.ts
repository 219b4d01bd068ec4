import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Quiet } from './quiet';
import { QUIET_CHOICES } from './quiet-choices';

/** For how long nothing is to ring, or that it may again. Whoever opens it takes its `menu`. */
@Component({
  selector: 'parley-quiet-menu',
  imports: [MatMenu, MatMenuItem, RouterLink],
  template: `
    <mat-menu>
      @if (quiet.isOn()) {
        <p class="state" role="presentation">{{ quiet.label() }}</p>
        <button mat-menu-item type="button" (click)="quiet.turnOff()" i18n="@@turnOff">Turn off</button>
      }
      @for (choice of choices; track choice) {
        <button mat-menu-item type="button" (click)="quiet.turnOn(choice)">{{ choice.label }}</button>
      }
      <a mat-menu-item routerLink="/settings/notifications" i18n="@@quietOnSchedule">On a schedule…</a>
    </mat-menu>
  `,
  styles: `
    :host {
      display: contents;
    }

    .state {
      max-width: 240px;
      padding: var(--s1) var(--s1h);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuietMenu {
  protected readonly quiet = inject(Quiet);
  protected readonly choices = QUIET_CHOICES;

  readonly menu = viewChild.required(MatMenu);
  /** What leads to it: while it is quiet, that says so, and until when. */
  readonly entry = computed(() => this.quiet.label() || $localize`:@@doNotDisturb:Do not disturb`);
}
