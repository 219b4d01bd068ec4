import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Room, UpdatePreferencesRequest } from '#shared';
import {
  catchError,
  concatMap,
  EMPTY,
  filter,
  from,
  of,
  switchMap,
  tap,
  type Observable,
  type ObservableInput,
} from 'rxjs';
import { errorSentence } from '../../core/error-text';
import { SnackBar } from '../../core/snack-bar';
import { ChatStore } from '../store/chat-store';
import { keptNews, takenBack } from './kept-news';
import { OpenRoom } from '../open-room';
import { waitingIn } from '../preferences';
import { faceOf } from '../room-names';
import { RoomsApi } from '../store/rooms-api';

const TOLD_FOR_MS = 8_000;

/** What the reader can do with a conversation of the list. What came of it is told at the foot of the page. */
@Injectable({ providedIn: 'root' })
export class RoomActions {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly openRoom = inject(OpenRoom);
  private readonly router = inject(Router);
  private readonly snackBar = inject(SnackBar);

  /** Changes how a room is kept, tells of it, and takes it back where its reader says so. What is left out stays. */
  prefer(room: Room, change: UpdatePreferencesRequest): void {
    const told$ = this.keep(room.id, change).pipe(
      switchMap(() => this.tell(keptNews(faceOf(room).title, change), $localize`:@@undo:Undo`)),
      switchMap(() => (room.me ? this.keep(room.id, takenBack(room.me, change)) : EMPTY)),
    );
    this.run(told$);
  }

  /** Reads a room to its end without opening it. */
  markRead(room: Room): void {
    this.run(this.read(room));
  }

  /** Reads every room in which something waits, one after the other. What fails is told once, and ends it. */
  markAllRead(): void {
    const waiting = this.chat.rooms().filter((room) => waitingIn(room) > 0);
    this.run(from(waiting).pipe(concatMap((room) => this.read(room))));
  }

  leave(room: Room): void {
    const left$ = this.api.leave(room.id).pipe(
      switchMap(() => this.wayOutOf(room.id)),
      tap(() => this.chat.forget(room.id)),
      switchMap(() => this.tell($localize`:@@youLeft:You have left ${faceOf(room).title}:name:.`)),
    );
    this.run(left$);
  }

  private read({ id, lastSeq }: Room): Observable<unknown> {
    return this.api.read(id, lastSeq).pipe(tap(({ readSeq }) => this.chat.read(id, readSeq)));
  }

  /** The page of a room that is left is left first. */
  private wayOutOf(roomId: string): ObservableInput<unknown> {
    return this.openRoom.id() === roomId ? this.router.navigateByUrl('/') : of(null);
  }

  private keep(roomId: string, change: UpdatePreferencesRequest): Observable<unknown> {
    return this.api.prefer(roomId, change).pipe(tap((me) => this.chat.keepMembership(roomId, me)));
  }

  /** Emits when its reader chooses the action. */
  private tell(sentence: string, action = $localize`:@@close:Close`): Observable<unknown> {
    return from(this.snackBar.say(sentence, { action, forMs: TOLD_FOR_MS })).pipe(filter(Boolean));
  }

  private run(request$: Observable<unknown>): void {
    request$.pipe(catchError((error: unknown) => this.tell(errorSentence(error)))).subscribe();
  }
}
