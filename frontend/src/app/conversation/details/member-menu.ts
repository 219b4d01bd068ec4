import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Member, Role } from '#shared';
import { optionsLabel } from '../../rooms/room-names';
import { Icon } from '../../ui/icon';

/** What can be done about one member of a room, by who may do it. */
@Component({
  selector: 'parley-member-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      class="icon-btn"
      type="button"
      [attr.aria-label]="optionsLabel(member().user.displayName)"
      [matMenuTriggerFor]="menu"
    >
      <parley-icon name="more" [size]="20" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      @if (canChangeRole()) {
        @if (member().role === 'admin') {
          <button mat-menu-item type="button" (click)="role.emit('member')" i18n="@@noLongerAdmin">
            No longer an admin
          </button>
        } @else {
          <button mat-menu-item type="button" (click)="role.emit('admin')" i18n="@@makeAdmin">Make an admin</button>
        }
        <button mat-menu-item type="button" [matMenuTriggerFor]="handOver" i18n="@@handOver">Hand the room over</button>
      }
      @if (canRemove()) {
        <button mat-menu-item type="button" (click)="remove.emit()">
          <span class="loss" i18n="@@removeFromRoom">Remove from the room</span>
        </button>
      }
    </mat-menu>
    <mat-menu #handOver="matMenu">
      <button mat-menu-item type="button" (click)="role.emit('owner')" i18n="@@handOverNow">
        Make {{ member().user.displayName }} the owner; you become an admin
      </button>
    </mat-menu>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberMenu {
  readonly member = input.required<Member>();
  readonly canChangeRole = input.required<boolean>();
  readonly canRemove = input.required<boolean>();
  /** The role that the member is given; `owner` hands the room over. */
  readonly role = output<Role>();
  readonly remove = output();

  protected readonly optionsLabel = optionsLabel;
}
