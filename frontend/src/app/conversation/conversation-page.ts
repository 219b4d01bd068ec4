import { ChangeDetectionStrategy, Component, computed, effect, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Drafts } from '../rooms/drafts';
import { PeopleStore } from '../rooms/people-store';
import { RoomMenu } from '../rooms/room-menu';
import { faceOf } from '../rooms/room-names';
import { EmptyState } from '../ui/empty-state';
import { Wallpaper } from '../ui/wallpaper';
import { Composer } from './composer';
import { History } from './history';
import { LogPlace } from './log-place';
import { LogView } from './log-view';
import { MessageInfo } from './message-info';
import { MessageLog } from './message-log';
import { Outbox } from './outbox';
import { ReadReporter } from './read-reporter';
import { RoomHeader } from './room-header';
import { RoomPreview } from './room-preview';
import { ShowDetails } from './show-details';
import { TimelineStore } from './timeline-store';
import { TypingReporter } from './typing-reporter';
import { VisitSigns } from './visit-signs';

/** A room, open: its log, and the field to write into it. */
@Component({
  selector: 'parley-conversation-page',
  imports: [Composer, EmptyState, MatButton, MessageLog, RoomHeader, RoomMenu, RoomPreview, RouterLink, Wallpaper],
  providers: [History, LogPlace, LogView, ReadReporter, TimelineStore, VisitSigns],
  templateUrl: './conversation-page.html',
  styleUrl: './conversation-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConversationPage {
  protected readonly timeline = inject(TimelineStore);
  protected readonly view = inject(LogView);
  protected readonly place = inject(LogPlace);
  protected readonly history = inject(History);
  protected readonly outbox = inject(Outbox);
  private readonly drafts = inject(Drafts);
  private readonly people = inject(PeopleStore);
  private readonly showDetails = inject(ShowDetails);
  protected readonly signs = inject(VisitSigns);
  protected readonly typing = inject(TypingReporter);
  private readonly router = inject(Router);
  private readonly messageInfo = inject(MessageInfo);

  private readonly composer = viewChild(Composer);

  protected readonly face = computed(() => {
    const room = this.timeline.room();
    return room ? faceOf(room) : null;
  });
  protected readonly draft = computed(() => {
    const roomId = this.timeline.roomId();
    return { roomId, text: this.drafts.of(roomId) };
  });
  protected readonly look = computed(() => (this.face()?.kind === 'person' ? 'plain' : 'named'));
  protected readonly nameOf = (userId: string): string => this.people.nameOf(userId) ?? 'Somebody';

  constructor() {
    inject(ReadReporter);
    effect(() => {
      this.timeline.roomId();
      if (matchMedia('(pointer: fine)').matches) this.composer()?.focus();
    });
  }

  protected send(body: string): void {
    this.outbox.send(this.timeline.roomId(), body);
    this.typing.stopped(this.timeline.roomId());
    this.place.toEnd();
  }

  protected keepDraft(text: string): void {
    this.drafts.keep(this.timeline.roomId(), text);
    if (text) this.typing.typed(this.timeline.roomId());
    else this.typing.stopped(this.timeline.roomId());
  }

  protected openDetails(): void {
    this.showDetails.of(this.timeline.roomId());
  }

  protected openInfo(seq: number): void {
    const message = this.timeline.held()?.log.find((each) => each.seq === seq);
    if (message) this.messageInfo.open(message);
  }

  /** What was marked as unread would be read at once if it stayed open. */
  protected leave(): void {
    void this.router.navigateByUrl('/');
  }
}
