import { Injectable } from '@nestjs/common';
import { RECEIPTS, type Watermark } from '#shared';
import { MembersRepository } from './members.repository.js';
import type { RoomEntity } from './room.entity.js';

/** As long as the watermark of a large room is told at most once, it is read at most once. */
const KEPT_MS = 1_000 / RECEIPTS.packetsPerSecond;
const NOBODY: Watermark = { readSeq: 0, deliveredSeq: 0 };

/** Whether a room's lowest cursors are too many to look for at every view of it. */
export const isLarge = ({ memberCount }: Pick<RoomEntity, 'memberCount'>): boolean =>
  memberCount > RECEIPTS.detailedUpTo;

/**
 * How far all members of large rooms have received and read: read for all who ask within a moment. In the same query as the room
 * it would be read once more for each of a thousand members who come back at once.
 */
@Injectable()
export class Watermarks {
  private readonly kept = new Map<string, Promise<Watermark>>();

  constructor(private readonly members: MembersRepository) {}

  /** The lowest cursors of the rooms' members, by room: one query at most. They are at most 200 ms old, and only grow. */
  async of(roomIds: readonly string[]): Promise<ReadonlyMap<string, Watermark>> {
    const unknown = roomIds.filter((roomId) => !this.kept.has(roomId));
    if (unknown.length > 0) this.read(unknown);
    return new Map(
      await Promise.all(roomIds.map(async (roomId) => [roomId, (await this.kept.get(roomId)) ?? NOBODY] as const)),
    );
  }

  private read(roomIds: readonly string[]): void {
    const asked = this.members
      .marks(roomIds)
      .then((marks) => new Map(marks.map(({ roomId, watermark }) => [roomId, watermark])));
    for (const roomId of roomIds) {
      this.kept.set(
        roomId,
        asked.then((found) => found.get(roomId) ?? NOBODY),
      );
    }
    setTimeout(() => roomIds.forEach((roomId) => this.kept.delete(roomId)), KEPT_MS).unref();
  }
}
