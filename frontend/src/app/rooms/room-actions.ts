import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Room, UpdatePreferencesRequest } from '#shared';
import { catchError, EMPTY, tap, type Observable } from 'rxjs';
import { errorSentence } from '../core/error-text';
import { ChatStore } from './chat-store';
import { RoomsApi } from './rooms-api';

const TOLD_FOR_MS = 8_000;

/** What the reader can do with a conversation of the list. A failure is told at the foot of the page. */
@Injectable({ providedIn: 'root' })
export class RoomActions {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly snackBar = inject(MatSnackBar);

  /** Changes how a room is kept; what is left out stays. */
  prefer(roomId: string, request: UpdatePreferencesRequest): void {
    this.run(this.api.prefer(roomId, request).pipe(tap((me) => this.chat.keepMembership(roomId, me))));
  }

  /** Reads a room to its end without opening it. */
  markRead({ id, lastSeq, me }: Room): void {
    if (!me) return;
    const read$ = this.api.read(id, lastSeq).pipe(
      tap(({ readSeq }) => {
        this.chat.moveCursors(id, readSeq, readSeq);
        this.chat.unmark(id);
      }),
    );
    this.run(read$);
  }

  leave(roomId: string): void {
    this.run(this.api.leave(roomId).pipe(tap(() => this.chat.forget(roomId))));
  }

  private run(request$: Observable<unknown>): void {
    request$
      .pipe(
        catchError((error: unknown) => {
          this.snackBar.open(errorSentence(error), $localize`:@@close:Close`, { duration: TOLD_FOR_MS });
          return EMPTY;
        }),
      )
      .subscribe();
  }
}
