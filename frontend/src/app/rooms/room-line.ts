import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { Tick } from '../ui/tick';
import type { RoomRow } from './room-row';

/** One conversation of the list, as a link to it. */
@Component({
  selector: 'a[parleyRoomLine]',
  imports: [Avatar, Badge, Icon, Tick],
  template: `
    <parley-avatar [name]="row().title" [id]="row().id" [kind]="row().kind" />
    <span class="name">
      <span class="clip" dir="auto">{{ row().title }}</span>
      @if (row().isPrivate) {
        <parley-icon name="lock" [size]="16" label="Private" />
      }
    </span>
    <span class="time">{{ row().time }}</span>
    <span class="preview">
      @if (row().tick; as tick) {
        <parley-tick [state]="tick" />
      }
      @if (row().deleted) {
        <parley-icon name="ban" [size]="16" />
      }
      <span class="clip" dir="auto" [class.gone]="row().deleted">{{ row().preview }}</span>
    </span>
    <span class="flags">
      <parley-badge [count]="row().unread" />
    </span>
  `,
  styleUrl: './room-line.css',
  host: { '[class.unread]': 'row().unread > 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomLine {
  readonly row = input.required<RoomRow>({ alias: 'parleyRoomLine' });
}
