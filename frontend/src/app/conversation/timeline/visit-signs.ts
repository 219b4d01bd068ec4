import { computed, DestroyRef, effect, inject, Injectable } from '@angular/core';
import { TabTitle } from '../../core/tab-title';
import { faceOf } from '../../rooms/room-names';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { roomStatus } from '../../rooms/signs/room-status';
import { ViewReporter } from '../../rooms/signs/view-reporter';
import { TimelineStore } from './timeline-store';

/** What a visit to a room says of itself: to the reader in the header, to the tab in its title, and to the server. */
@Injectable()
export class VisitSigns {
  private readonly timeline = inject(TimelineStore);
  private readonly signs = inject(RoomSigns);

  readonly status = computed(() => {
    const room = this.timeline.room();
    return room ? roomStatus(room, this.signs) : null;
  });
  readonly isPeerOnline = computed(() => {
    const peer = this.timeline.room()?.peer;
    return peer ? this.signs.isOnline(peer.id) : false;
  });

  constructor() {
    const tab = inject(TabTitle);
    const view = inject(ViewReporter);
    effect(() => tab.open(this.title()));
    effect(() => view.open(this.timeline.state() === 'ready' ? this.timeline.roomId() : null));
    inject(DestroyRef).onDestroy(() => view.open(null));
  }

  private title(): string {
    if (this.timeline.state() === 'not-found') return $localize`:@@notFound:Not found`;
    const room = this.timeline.room();
    return room ? faceOf(room).title : $localize`:@@conversation:Conversation`;
  }
}
