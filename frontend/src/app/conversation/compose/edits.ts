import { inject, Injectable, linkedSignal } from '@angular/core';
import type { Message } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { errorSentence } from '../../core/error-text';
import { toApiError } from '../../core/to-api-error';
import type { Change } from '../../rooms/draft';
import { Drafts } from '../../rooms/drafts';
import { RoomsApi } from '../../rooms/rooms-api';

/** How the saving of a change goes. */
interface Saving {
  readonly isSaving: boolean;
  /** Why it could not be saved, as a sentence; empty while all is well. */
  readonly problem: string;
}

/** Another text for an own message, not saved yet. */
export type Edit = Change & Saving;

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
  private readonly byMessage = linkedSignal<string | undefined, Readonly<Record<string, Saving>>>({
    source: () => this.session.user()?.id,
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

  end(roomId: string): void {
    if (this.drafts.changeOf(roomId)) this.drafts.keepChange(roomId, null);
  }

  /** Sends the text; one that is the same as before is nothing to save. */
  save(roomId: string): void {
    const edit = this.of(roomId);
    if (!edit || edit.isSaving) return;
    const { messageId, before } = edit;
    const body = edit.text.trim();
    if (body === before) return this.end(roomId);
    this.note(messageId, { isSaving: true, problem: '' });
    this.api.edit(roomId, messageId, body).subscribe({
      next: () => this.saved(roomId, messageId),
      error: (error: unknown) => this.note(messageId, { isSaving: false, problem: problemOf(error) }),
    });
  }

  /** Another message may be under change by now: that one goes on. */
  private saved(roomId: string, messageId: string): void {
    this.note(messageId, IDLE);
    if (this.drafts.changeOf(roomId)?.messageId === messageId) this.end(roomId);
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
