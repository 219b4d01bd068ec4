import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { fetchAhead } from '../core/fetch-ahead';
import { MemberSearch } from '../rooms/people/member-search';
import { Outbox } from '../rooms/outbox/outbox';
import { PeopleStore } from '../rooms/people/people-store';
import { RoomMenu } from '../rooms/menu/room-menu';
import { roomMenuCall, type RoomMenuCall } from '../rooms/menu/room-menu-call';
import { faceOf } from '../rooms/room-names';
import { EmptyState } from '../ui/empty-state';
import { Wallpaper } from '../ui/wallpaper';
import { Arrivals } from './timeline/arrivals';
import { Compose } from './compose/compose';
import { Composer } from './compose/composer';
import { ComposerView } from './compose/composer-view';
import { bringsFilesOnly } from './compose/files-only';
import { KeyboardInset } from './compose/keyboard-inset';
import { MentionSource } from './compose/mention-source';
import { History } from './timeline/history';
import { LogPlace } from './timeline/log-place';
import { LogView } from './timeline/log-view';
import { MessageInfo } from './info/message-info';
import { MessageLog } from './log/message-log';
import type { MessageOptions } from './options/message-options';
import { ActionKeys } from './options/action-keys';
import { MessageActions } from './options/message-actions';
import { MessageMenu } from './options/message-menu';
import { Targets } from './options/targets';
import { ShowPerson } from './person/show-person';
import { Quotes } from './timeline/quotes';
import { ReadReporter } from './reading/read-reporter';
import { RoomHeader } from './room-header';
import { RoomPreview } from './room-preview';
import { ShowDetails } from './details/show-details';
import { TimelineStore } from './timeline/timeline-store';
import { TypingPlace } from './typing/typing-place';
import { UnsentMessages } from './unsent-messages';
import { VisitSigns } from './timeline/visit-signs';

/** A room, open: its log, and the field to write into it. */
@Component({
  selector: 'parley-conversation-page',
  imports: [
    ActionKeys,
    Composer,
    EmptyState,
    MatButton,
    MessageLog,
    MessageMenu,
    RoomHeader,
    RoomMenu,
    RoomPreview,
    RouterLink,
    UnsentMessages,
    Wallpaper,
  ],
  providers: [
    Arrivals,
    Compose,
    ComposerView,
    History,
    KeyboardInset,
    LogPlace,
    LogView,
    MemberSearch,
    MentionSource,
    MessageActions,
    Quotes,
    ReadReporter,
    Targets,
    TimelineStore,
    TypingPlace,
    VisitSigns,
  ],
  templateUrl: './conversation-page.html',
  styleUrl: './conversation-page.css',
  host: {
    '(paste)': 'refuseFiles($event, $event.clipboardData)',
    '(dragover)': 'allowDrop($event)',
    '(drop)': 'refuseFiles($event, $event.dataTransfer)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConversationPage {
  protected readonly timeline = inject(TimelineStore);
  protected readonly view = inject(LogView);
  protected readonly place = inject(LogPlace);
  protected readonly history = inject(History);
  protected readonly outbox = inject(Outbox);
  protected readonly compose = inject(Compose);
  protected readonly mentions = inject(MentionSource);
  private readonly targets = inject(Targets);
  protected readonly quotes = inject(Quotes);
  private readonly people = inject(PeopleStore);
  private readonly showDetails = inject(ShowDetails);
  protected readonly showPerson = inject(ShowPerson);
  protected readonly signs = inject(VisitSigns);
  protected readonly typing = inject(TypingPlace);
  private readonly router = inject(Router);
  private readonly messageInfo = inject(MessageInfo);

  protected readonly writing = inject(ComposerView);

  private readonly composer = viewChild(Composer);

  protected readonly menu = signal<RoomMenuCall | null>(null);
  protected readonly asked = signal<MessageOptions | null>(null);
  protected readonly roomMenuCall = roomMenuCall;

  protected readonly face = computed(() => {
    const room = this.timeline.room();
    return room ? faceOf(room) : null;
  });
  /** What was refused in a room that the reader cannot open any more. */
  protected readonly unsent = computed(() =>
    this.outbox.entries().filter(({ roomId, state }) => roomId === this.timeline.roomId() && state === 'failed'),
  );
  protected readonly look = computed(() => (this.face()?.kind === 'person' ? 'plain' : 'named'));
  protected readonly nameOf = (userId: string): string => this.people.nameOf(userId) ?? $localize`:@@somebody:Somebody`;
  protected readonly pictureOf = (userId: string): string | null => this.people.userOf(userId)?.avatarUrl ?? null;

  constructor() {
    inject(ReadReporter);
    inject(KeyboardInset);
    inject(Arrivals);
    fetchAhead(() => import('./options/message-menu'));
    fetchAhead(() => import('./log/day-jump'));
    effect(() => {
      this.timeline.roomId();
      if (matchMedia('(pointer: fine)').matches) this.composer()?.focus();
    });
  }

  protected send(body: string): void {
    this.compose.send(body);
    this.place.toEnd();
  }

  protected changeLast(): void {
    const message = this.targets.lastOwn();
    if (message) this.compose.change(message);
  }

  protected focusComposer(): void {
    this.composer()?.focus();
  }

  /** Without this the browser would leave the page for a file that is dropped. */
  protected allowDrop(event: DragEvent): void {
    if (bringsFilesOnly(event.dataTransfer)) event.preventDefault();
  }

  protected refuseFiles(event: Event, data: DataTransfer | null): void {
    if (!bringsFilesOnly(data)) return;
    event.preventDefault();
    this.composer()?.refuseFile();
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
