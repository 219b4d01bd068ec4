import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { MarkedText } from '../../ui/marked-text';
import { isMuted, waitingIn } from '../preferences';
import { faceOf, type RoomFace } from '../room-names';
import { RoomSigns } from '../signs/room-signs';
import { findDetail } from './find-words';
import type { Find, FindTarget } from './finds';

/** Something that was found, in a line: its face, its title with what was looked for, and who or what it is. */
@Component({
  selector: 'parley-find-line',
  imports: [Avatar, Badge, Icon, MarkedText],
  template: `
    @if (face(); as face) {
      <parley-avatar
        [name]="face.title"
        [id]="face.id"
        [kind]="face.kind"
        [picture]="face.picture"
        [online]="isOnline()"
        [size]="size()"
      />
    } @else {
      <span class="icon"><parley-icon [name]="icon()" [size]="20" /></span>
    }
    <span class="words">
      <span class="title clip" dir="auto"><parley-marked-text [text]="find().title" [marks]="find().marks" /></span>
      @if (detail(); as detail) {
        <span class="detail clip" dir="auto">{{ detail }}</span>
      }
    </span>
    <parley-badge [count]="waiting()" [muted]="muted()" />
  `,
  styleUrl: './find-line.css',
  host: { '[class.tall]': 'size() === 48' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindLine {
  private readonly signs = inject(RoomSigns);

  readonly find = input.required<Find>();
  /** 48 stands in a list of conversations: the detail is the second line there. */
  readonly size = input<32 | 48>(32);

  private readonly target = computed(() => this.find().target);
  protected readonly face = computed(() => faceOfTarget(this.target()));
  protected readonly icon = computed(() => {
    const target = this.target();
    return target.kind === 'command' ? target.command.icon : 'hash';
  });
  protected readonly isOnline = computed(() => {
    const face = this.face();
    return face?.kind === 'person' && this.signs.isOnline(face.id);
  });
  protected readonly detail = computed(() =>
    findDetail(this.find(), (userId) => this.signs.presenceOf(userId), this.signs.minute()),
  );
  private readonly own = computed(() => {
    const target = this.target();
    return target.kind === 'conversation' ? target.room : null;
  });
  protected readonly waiting = computed(() => {
    const room = this.own();
    return room ? waitingIn(room) : 0;
  });
  protected readonly muted = computed(() => isMuted(this.own()?.me ?? null, this.signs.minute()));
}

function faceOfTarget(target: FindTarget): RoomFace | null {
  switch (target.kind) {
    case 'command':
      return null;
    case 'person': {
      const { id, displayName, avatarUrl } = target.user;
      return { id, title: displayName, kind: 'person', picture: avatarUrl };
    }
    case 'conversation':
    case 'room':
      return faceOf(target.room);
  }
}
