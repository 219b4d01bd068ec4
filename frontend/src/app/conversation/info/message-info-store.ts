import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { RECEIPTS, type Message } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { turns } from '../../core/turns';
import { allMembers } from '../../rooms/store/all-members';
import { ChatStore } from '../../rooms/store/chat-store';
import { deliveryAt, reachOf } from '../../rooms/receipts/delivery';
import { receptionOf } from './reception';

/** How far one message has come with each member: asked for at the start and when reads come to show, kept up by events. */
@Injectable()
export class MessageInfoStore {
  private readonly message = inject<Message>(MAT_DIALOG_DATA);
  private readonly chat = inject(ChatStore);
  private readonly session = inject(SessionStore);
  private readonly held = computed(() => this.chat.room(this.message.roomId));
  private readonly everybody = allMembers(this.message.roomId);

  readonly isLoading = this.everybody.loading;
  readonly problem = this.everybody.problem;
  /** In a large room only the overall state is told. */
  readonly isDetailed = computed(() => (this.held()?.room.memberCount ?? 0) <= RECEIPTS.detailedUpTo);
  readonly reception = computed(() => receptionOf(this.message, Object.values(this.held()?.members ?? {})));
  readonly overall = computed(() => {
    const room = this.held()?.room;
    return room ? deliveryAt(this.message.seq, reachOf(room)) : 'stored';
  });
  readonly hidesReads = computed(() => this.session.account()?.settings.shareReceipts === false);

  constructor() {
    this.load();
    // Of who has read before, events tell only once that member reads on.
    turns(() => !this.hidesReads())
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.load());
  }

  private load(): void {
    if (this.isDetailed()) this.everybody.load();
  }
}
