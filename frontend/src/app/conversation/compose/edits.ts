import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { Message } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { errorSentence } from '../../core/error-text';
import { SnackBar } from '../../core/snack-bar';
import { toApiError } from '../../core/to-api-error';
import type { Change } from '../../rooms/drafts/draft';
import { Drafts } from '../../rooms/drafts/drafts';
import { RoomsApi } from '../../rooms/store/rooms-api';

/** How the saving of a change goes. */
interface Saving {
  readonly isSaving: boolean;
  /** Why it could not be saved, as a sentence; empty while all is well. */
  readonly problem: string;
}

/** Another text for an own message, not saved yet. */
export type Edit = Change & Saving;

const TOLD_FOR_MS = 8_000;

const IDLE: Saving = { isSaving: false, problem: '' };

/**
 * The changes of own messages that are under way, one a room, kept on the device as drafts are. One is over when the server
 * has it: the message then comes back as an event, as it does to everybody else. What fails loses nothing.
 */
@Injectable({ providedIn: 'root' })
export class Edits {
  private readonly api = inject(RoomsApi);
  private readonly drafts = inject(Drafts);
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(SnackBar);
  private readonly userId = computed(() => this.session.user()?.id);
  private readonly byMessage = linkedSignal<string | undefined, Readonly<Record<string, Saving>>>({
    source: this.userId,
    computation: () => ({}),
  });

  of(roomId: string): Edit | null {
    const change = this.drafts.changeOf(roomId);
    return change && { ...change, ...(this.byMessage()[change.messageId] ?? IDLE) };
  }

  begin({ id, roomId, body }: Message): void {
    this.note(id, IDLE);
    this.drafts.keepChange(roomId, { messageId: id, before: body, text: body });
  }

  write(roomId: string, text: string): void {
    const change = this.drafts.changeOf(roomId);
    if (!change) return;
    this.note(change.messageId, IDLE);
    this.drafts.keepChange(roomId, { ...change, text });
  }

  /** Gives up the change of a room. What was typed for it can be brought back for a moment. */
  end(roomId: string): void {
    const edit = this.of(roomId);
    if (!edit) return;
    this.drafts.keepChange(roomId, null);
    const { messageId, before, text, isSaving } = edit;
    if (text !== before && !isSaving) void this.offerBack(roomId, { messageId, before, text });
  }

  /** Sends the text; one that is the same as before is nothing to save. */
  save(roomId: string): void {
    const edit = this.of(roomId);
    if (!edit || edit.isSaving) return;
    const { messageId, before } = edit;
    const body = edit.text.trim();
    if (body === before) return this.drafts.keepChange(roomId, null);
    this.note(messageId, { isSaving: true, problem: '' });
    this.api.edit(roomId, messageId, body).subscribe({
      next: () => this.saved(roomId, messageId),
      error: (error: unknown) => this.notSaved(roomId, { messageId, before, text: edit.text }, problemOf(error)),
    });
  }

  /** Another message may be under change by now: that one goes on. */
  private saved(roomId: string, messageId: string): void {
    this.note(messageId, IDLE);
    if (this.drafts.changeOf(roomId)?.messageId === messageId) this.drafts.keepChange(roomId, null);
  }

  private notSaved(roomId: string, change: Change, problem: string): void {
    this.note(change.messageId, { isSaving: false, problem });
    if (this.drafts.changeOf(roomId)?.messageId !== change.messageId) void this.offerBack(roomId, change);
  }

  private async offerBack(roomId: string, change: Change): Promise<void> {
    const [sentence, action] = [$localize`:@@changeNotSaved:Your change was not saved.`, $localize`:@@undo:Undo`];
    if (!(await this.snackBar.say(sentence, { action, forMs: TOLD_FOR_MS }))) return;
    this.end(roomId);
    this.drafts.keepChange(roomId, change);
  }

  private note(messageId: string, saving: Saving): void {
    this.byMessage.update((all) => ({ ...all, [messageId]: saving }));
  }
}

function problemOf(failure: unknown): string {
  const error = toApiError(failure);
  if (error.code === 'unavailable') {
    return $localize`:@@editNotReached:The server cannot be reached. Your text is kept here; save it when the connection is back.`;
  }
  return errorSentence(error);
}
