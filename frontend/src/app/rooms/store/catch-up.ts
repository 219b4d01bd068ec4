import { inject, Injectable } from '@angular/core';
import { isBehind, type Changes, type Member, type Message, type RoomState } from '#shared';
import { catchError, defer, EMPTY, exhaustMap, groupBy, mergeMap, of, repeat, tap, timer, type Observable } from 'rxjs';
import { ApiError } from '../../core/api-error';
import { retryWhileTemporary } from '../../realtime/retry-while-temporary';
import { RoomsApi } from './rooms-api';

const TRIES = 5;
/** How often a room is asked again that stays behind what was told of it, and how soon. */
const ROUNDS = 20;
const NEXT_ROUND_MS = 250;

/** The rooms that are held, as far as catching up reads and changes them. */
export interface HeldRooms {
  room(roomId: string): RoomState | null;
  applyChanges(changes: Changes): void;
  addHistory(roomId: string, page: readonly Message[]): void;
  addMembers(roomId: string, page: readonly Member[]): void;
  forget(roomId: string): void;
}

/** Fetches what rooms have missed. */
@Injectable({ providedIn: 'root' })
export class CatchUp {
  private readonly api = inject(RoomsApi);

  /** Brings each room that is asked for up to date, one fetch a room at a time. */
  follow(asked$: Observable<string>, held: HeldRooms): Observable<unknown> {
    return asked$.pipe(
      groupBy((roomId) => roomId),
      mergeMap((room) => room.pipe(exhaustMap((roomId) => this.bringUp(roomId, held)))),
    );
  }

  /** Goes on until the room has missed nothing. */
  private bringUp(roomId: string, held: HeldRooms): Observable<unknown> {
    return defer(() => {
      const room = held.room(roomId)?.room;
      return room ? this.api.changes(roomId, room.rev) : EMPTY;
    }).pipe(
      retryWhileTemporary(TRIES),
      mergeMap((changes) => this.takeIn(changes, held)),
      repeat({ count: ROUNDS, delay: () => (hasMissed(held.room(roomId)) ? timer(NEXT_ROUND_MS) : EMPTY) }),
      catchError((error: unknown) => {
        if (error instanceof ApiError && error.code === 'not_found') held.forget(roomId);
        return EMPTY;
      }),
    );
  }

  /** A log that has missed too much begins anew at its end. */
  private takeIn(changes: Changes, held: HeldRooms): Observable<unknown> {
    const { id } = changes.room;
    const hadLog = (held.room(id)?.log.length ?? 0) > 0;
    if (!changes.limited || !hadLog) return of(held.applyChanges(changes));
    // What is held gives way only to what is here by then.
    return this.api.messages(id).pipe(
      retryWhileTemporary(TRIES),
      tap((page) => {
        held.applyChanges(changes);
        held.addHistory(id, page);
      }),
      mergeMap(() => this.api.members(id)),
      tap((page) => held.addMembers(id, page)),
    );
  }
}

const hasMissed = (held: RoomState | null): boolean => held !== null && isBehind(held);
