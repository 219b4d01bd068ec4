import { inject, Injectable } from '@angular/core';
import { excerpt, Member, Message, Room, type ChatState, type RoomState } from '#shared';
import { asyncScheduler, defer, ignoreElements, map, merge, switchMap, tap, throttleTime, type Observable } from 'rxjs';
import * as z from 'zod/mini';
import { whenIdle } from '../../core/idle';
import { LEAVING } from '../../core/local/leaving';
import { LocalStore } from '../../core/local/local-store';
import { Mirror } from '../../core/local/mirror';
import type { Records } from '../../core/local/shelves';

/** Of so many rooms, those opened last, the end of the log is kept; of all others their line in the list. */
const ROOMS = 20;
const SIZE = { messages: 100, members: 100 };
const LINE_ONLY = { messages: 0, members: 0 };
const AT_MOST_EVERY_MS = 3_000;

/** A room as it is kept on the device. */
const KeptRoom = z.object({
  room: Room,
  log: z.array(Message),
  members: z.record(z.string(), Member),
  /** When its reader opened it last, in milliseconds since the epoch; 0 for never. */
  openedAt: z.number(),
});
type KeptRoom = Readonly<z.infer<typeof KeptRoom>>;

interface Made {
  readonly from: RoomState;
  readonly withLog: boolean;
  readonly kept: KeptRoom;
}

/** Keeps on the device what is held of a person's rooms, so that they open before the network answers. */
@Injectable({ providedIn: 'root' })
export class ChatCache {
  private readonly local = inject(LocalStore);
  private readonly leaving$ = inject(LEAVING);
  private readonly openedAt = new Map<string, number>();
  /** What was made of each room, so that a room that has not changed is not written again. */
  private readonly made = new Map<string, Made>();
  private mirror: Mirror | null = null;

  /** The room is open now. */
  opened(roomId: string): void {
    this.openedAt.set(roomId, Date.now());
  }

  /**
   * The rooms of a person as they were kept: emits once. What cannot be read by now is left out. Nothing is written before
   * it has emitted.
   */
  restore(userId: string): Observable<readonly RoomState[]> {
    return defer(() => {
      this.mirror = null;
      this.openedAt.clear();
      this.made.clear();
      return this.local.read('rooms', userId);
    }).pipe(map((records) => this.unpack(records, userId)));
  }

  /**
   * Keeps on writing down what is held, every few seconds at most and before the page goes.
   *
   * @param held what is held at this moment
   */
  follow(changes$: Observable<ChatState>, held: () => ChatState): Observable<never> {
    const due$ = changes$.pipe(
      throttleTime(AT_MOST_EVERY_MS, asyncScheduler, { leading: false, trailing: true }),
      switchMap(() => whenIdle()),
    );
    return merge(due$, this.leaving$).pipe(
      tap(() => this.mirror?.write(this.pack(held()))),
      ignoreElements(),
    );
  }

  private unpack(records: Records, userId: string): readonly RoomState[] {
    this.mirror = new Mirror(this.local, 'rooms', userId);
    const kept = [...records].map(([roomId, record]) => [roomId, KeptRoom.safeParse(record).data ?? null] as const);
    this.mirror.begin(new Map(kept.map(([roomId, each]) => [roomId, each ?? {}])));
    return kept.flatMap(([roomId, each]) => (each ? [this.unpackOne(roomId, each)] : []));
  }

  private unpackOne(roomId: string, kept: KeptRoom): RoomState {
    const { room, log, members, openedAt } = kept;
    const state: RoomState = { room, log, members, heardRev: room.rev };
    if (openedAt > 0) this.openedAt.set(roomId, Math.max(openedAt, this.openedAt.get(roomId) ?? 0));
    this.made.set(roomId, { from: state, withLog: log.length > 0, kept });
    return state;
  }

  private pack({ rooms }: ChatState): ReadonlyMap<string, KeptRoom> {
    const lastOpened = [...this.openedAt].sort(([, a], [, b]) => b - a).slice(0, ROOMS);
    const withLog = new Set(lastOpened.map(([roomId]) => roomId));
    return new Map(Object.entries(rooms).map(([id, held]) => [id, this.packOne(id, held, withLog.has(id))]));
  }

  private packOne(roomId: string, from: RoomState, withLog: boolean): KeptRoom {
    const before = this.made.get(roomId);
    if (before?.from === from && before.withLog === withLog) return before.kept;
    const { room, log, members } = excerpt(from, withLog ? SIZE : LINE_ONLY);
    const kept: KeptRoom = { room, log: [...log], members: { ...members }, openedAt: this.openedAt.get(roomId) ?? 0 };
    this.made.set(roomId, { from, withLog, kept });
    return kept;
  }
}
