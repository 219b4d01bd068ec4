import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { Tick } from '../../ui/tick';
import type { RoomRow } from './room-row';

/** One conversation of the list, as a link to it: drawn whole, or, out of sight, as plain text. */
@Component({
  selector: 'a[parleyRoomLine]',
  imports: [Avatar, Badge, Icon, Tick],
  templateUrl: './room-line.html',
  styleUrl: './room-line.css',
  host: {
    '[class.plain]': '!isDrawn()',
    '[class.unread]': 'row().unread > 0 || row().isMarked',
    '[class.muted]': 'row().isMuted',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomLine {
  readonly row = input.required<RoomRow>({ alias: 'parleyRoomLine' });
  readonly isDrawn = input(true);

  protected readonly hasFlags = computed(() => {
    const { isPinned, isMentioned, isMarked, unread } = this.row();
    return isPinned || isMentioned || isMarked || unread > 0;
  });
}
