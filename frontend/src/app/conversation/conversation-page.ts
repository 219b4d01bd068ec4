import { ChangeDetectionStrategy, Component, computed, effect, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { PeopleStore } from '../rooms/people-store';
import { faceOf } from '../rooms/room-names';
import { EmptyState } from '../ui/empty-state';
import { Wallpaper } from '../ui/wallpaper';
import { Composer } from './composer';
import { Drafts } from './drafts';
import { LogView } from './log-view';
import { MessageLog } from './message-log';
import { Outbox } from './outbox';
import { ReadReporter } from './read-reporter';
import { RoomHeader } from './room-header';
import { RoomPreview } from './room-preview';
import { ShowDetails } from './show-details';
import { TimelineStore } from './timeline-store';

/** A room, open: its log, and the field to write into it. */
@Component({
  selector: 'parley-conversation-page',
  imports: [Composer, EmptyState, MatButton, MessageLog, RoomHeader, RoomPreview, RouterLink, Wallpaper],
  providers: [LogView, ReadReporter, TimelineStore],
  templateUrl: './conversation-page.html',
  styleUrl: './conversation-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConversationPage {
  protected readonly timeline = inject(TimelineStore);
  protected readonly view = inject(LogView);
  protected readonly outbox = inject(Outbox);
  private readonly drafts = inject(Drafts);
  private readonly people = inject(PeopleStore);
  private readonly showDetails = inject(ShowDetails);

  private readonly log = viewChild(MessageLog);
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
    const title = inject(Title);
    effect(() => title.setTitle(`${this.pageName()} \u00b7 Parley`));
    effect(() => {
      this.timeline.roomId();
      if (matchMedia('(pointer: fine)').matches) this.composer()?.focus();
    });
  }

  protected send(body: string): void {
    this.outbox.send(this.timeline.roomId(), body);
    this.log()?.toEnd();
  }

  protected keepDraft(text: string): void {
    this.drafts.keep(this.timeline.roomId(), text);
  }

  protected openDetails(): void {
    this.showDetails.of(this.timeline.roomId());
  }

  private pageName(): string {
    if (this.timeline.state() === 'not-found') return 'Not found';
    return this.face()?.title ?? 'Conversation';
  }
}
