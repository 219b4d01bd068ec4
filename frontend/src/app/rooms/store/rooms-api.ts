import { inject, Injectable } from '@angular/core';
import {
  Changes,
  LIMITS,
  Member,
  MemberPage,
  Membership,
  MessageAnswer,
  MessagesAnswer,
  ReadAnswer,
  Room,
  RoomPage,
  UserPage,
  type CreateRoomRequest,
  type Message,
  type Page,
  type Role,
  type UpdatePreferencesRequest,
  type UpdateRoomRequest,
  type User,
} from '#shared';
import { EMPTY, expand, map, type Observable } from 'rxjs';
import { ApiClient, NoContent } from '../../core/api-client';

/** What is listed, in pages. */
export interface PageRequest {
  readonly q?: string;
  readonly cursor?: string;
}

/** A page of a room's log: before or after a message, around it, or around the first one of a moment or later. */
export interface LogPage {
  readonly before?: number;
  readonly after?: number;
  readonly around?: number;
  readonly at?: string;
  readonly limit?: number;
}

/** The part of the REST API that is about rooms, their members and their messages. Every failure is an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class RoomsApi {
  private readonly api = inject(ApiClient);

  /** All rooms of the reader, a page at a time. */
  mine(): Observable<readonly Room[]> {
    return everyPage((cursor) => this.api.get('/rooms', RoomPage, { cursor, limit: LIMITS.page.max }));
  }

  room(roomId: string): Observable<Room> {
    return this.api.get(`/rooms/${roomId}`, Room);
  }

  changes(roomId: string, since: number): Observable<Changes> {
    return this.api.get(`/rooms/${roomId}/changes`, Changes, { since });
  }

  /** A page of the log, ascending: the newest, or the one at a place. */
  messages(roomId: string, place: LogPage = {}): Observable<readonly Message[]> {
    return this.api.get(`/rooms/${roomId}/messages`, MessagesAnswer, { ...place }).pipe(map(({ items }) => items));
  }

  /** Gives an own message another body. */
  edit(roomId: string, messageId: string, body: string): Observable<Message> {
    return this.api
      .patch(`/rooms/${roomId}/messages/${messageId}`, { body }, MessageAnswer)
      .pipe(map(({ message }) => message));
  }

  /** Leaves a tombstone of a message: an own one, or any for those who moderate the room. */
  deleteMessage(roomId: string, messageId: string): Observable<Message> {
    return this.api.delete(`/rooms/${roomId}/messages/${messageId}`, MessageAnswer).pipe(map(({ message }) => message));
  }

  /** All present members, a page at a time. */
  members(roomId: string): Observable<readonly Member[]> {
    return everyPage((cursor) =>
      this.api.get(`/rooms/${roomId}/members`, MemberPage, { cursor, limit: LIMITS.page.max }),
    );
  }

  /** The first members whose name holds a text. */
  findMembers(roomId: string, q: string): Observable<readonly Member[]> {
    return this.api.get(`/rooms/${roomId}/members`, MemberPage, { q: q || undefined }).pipe(map(({ items }) => items));
  }

  directory({ q, cursor }: PageRequest): Observable<Page<Room>> {
    return this.api.get('/rooms/directory', RoomPage, { q: q || undefined, cursor });
  }

  people({ q, cursor }: PageRequest): Observable<Page<User>> {
    return this.api.get('/users', UserPage, { q: q || undefined, cursor });
  }

  /** Up to a hundred users by their ids; whoever does not exist is left out. */
  users(ids: readonly string[]): Observable<Page<User>> {
    return this.api.get('/users', UserPage, { ids: ids.join(','), limit: LIMITS.ids });
  }

  create(request: CreateRoomRequest): Observable<Room> {
    return this.api.post('/rooms', request, Room);
  }

  /** The conversation with one person, the same one every time. */
  direct(userId: string): Observable<Room> {
    return this.api.post('/rooms/direct', { userId }, Room);
  }

  join(roomId: string): Observable<Room> {
    return this.api.post(`/rooms/${roomId}/join`, undefined, Room);
  }

  leave(roomId: string): Observable<null> {
    return this.api.post(`/rooms/${roomId}/leave`, undefined, NoContent);
  }

  addMember(roomId: string, userId: string): Observable<Member> {
    return this.api.post(`/rooms/${roomId}/members`, { userId }, Member);
  }

  /** `owner` hands the room over: the caller becomes an admin. */
  setRole(roomId: string, userId: string, role: Role): Observable<Member> {
    return this.api.patch(`/rooms/${roomId}/members/${userId}`, { role }, Member);
  }

  update(roomId: string, request: UpdateRoomRequest): Observable<Room> {
    return this.api.patch(`/rooms/${roomId}`, request, Room);
  }

  /** How the reader keeps a room in the own list. */
  prefer(roomId: string, request: UpdatePreferencesRequest): Observable<Membership> {
    return this.api.patch(`/rooms/${roomId}/me`, request, Membership);
  }

  read(roomId: string, seq: number): Observable<ReadAnswer> {
    return this.api.put(`/rooms/${roomId}/read`, { seq }, ReadAnswer);
  }

  removeMember(roomId: string, userId: string): Observable<null> {
    return this.api.delete(`/rooms/${roomId}/members/${userId}`, NoContent);
  }
}

/** Follows a list to its end. */
function everyPage<T>(load: (cursor: string | undefined) => Observable<Page<T>>): Observable<readonly T[]> {
  return load(undefined).pipe(
    expand(({ next }) => (next === null ? EMPTY : load(next))),
    map(({ items }) => items),
  );
}
