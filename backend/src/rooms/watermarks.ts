import { Injectable } from '@nestjs/common';
import { RECEIPTS, type Watermark } from '#shared';
import { MembersRepository, type RoomMarks } from './members.repository.js';
import type { RoomEntity } from './room.entity.js';

/** As long as the watermark of a large room is told at most once, it is read at most once. */
const KEPT_MS = 1_000 / RECEIPTS.packetsPerSecond;
const NOBODY: Watermark = { readSeq: 0, deliveredSeq: 0 };

/** Whether a room's lowest cursors are too many to look for at every view of it. */
export const isLarge = ({ memberCount }: Pick<RoomEntity, 'memberCount'>): boolean =>
  memberCount > RECEIPTS.detailedUpTo;

/** How far all members of large rooms have received and read: read for all who ask within a moment. */
@Injectable()
export class Watermarks {
  private readonly kept = new Map<string, Promise<Watermark>>();

  constructor(private readonly members: MembersRepository) {}

  /** The lowest cursors of the room's members, at most 200 ms old: they only grow. */
  of(roomId: string): Promise<Watermark> {
    const known = this.kept.get(roomId);
    if (known) return known;
    const asked = this.members.marks([roomId]).then(([marks]: RoomMarks[]) => marks?.watermark ?? NOBODY);
    this.kept.set(roomId, asked);
    setTimeout(() => this.kept.delete(roomId), KEPT_MS).unref();
    return asked;
  }
}
