import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { RECEIPTS, type Message } from '#shared';
import { SessionStore } from '../auth/session-store';
import { errorSentence } from '../core/error-text';
import { ChatStore } from '../rooms/chat-store';
import { deliveryAt, reachOf } from '../rooms/delivery';
import { RoomsApi } from '../rooms/rooms-api';
import { receptionOf } from './reception';

/** How far one message has come with each member: asked for afresh at the start, and kept up by events. */
@Injectable()
export class MessageInfoStore {
  private readonly message = inject<Message>(MAT_DIALOG_DATA);
  private readonly chat = inject(ChatStore);
  private readonly session = inject(SessionStore);
  private readonly held = computed(() => this.chat.room(this.message.roomId));
  private readonly loading = signal(true);
  private readonly failed = signal('');

  readonly isLoading = this.loading.asReadonly();
  readonly problem = this.failed.asReadonly();
  /** In a large room only the overall state is told. */
  readonly isDetailed = computed(() => (this.held()?.room.memberCount ?? 0) <= RECEIPTS.detailedUpTo);
  readonly reception = computed(() => receptionOf(this.message, Object.values(this.held()?.members ?? {})));
  readonly overall = computed(() => {
    const room = this.held()?.room;
    return room ? deliveryAt(this.message.seq, reachOf(room)) : 'stored';
  });
  readonly hidesReads = computed(() => this.session.account()?.settings.shareReceipts === false);

  constructor() {
    if (!this.isDetailed()) {
      this.loading.set(false);
      return;
    }
    inject(RoomsApi)
      .members(this.message.roomId)
      .pipe(takeUntilDestroyed(inject(DestroyRef)))
      .subscribe({
        next: (page) => this.chat.addMembers(this.message.roomId, page),
        error: (error: unknown) => {
          this.loading.set(false);
          this.failed.set(errorSentence(error));
        },
        complete: () => this.loading.set(false),
      });
  }
}
