import type { Role } from '#shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('members')
export class MemberEntity {
  @PrimaryColumn('text', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @Column('text')
  role: Role;

  @Column('integer', { name: 'read_seq' })
  readSeq: number;

  /** What others may know of `readSeq`: it stands still while the member shows no receipts. */
  @Column('integer', { name: 'shown_read_seq' })
  shownReadSeq: number;

  @Column('integer', { name: 'delivered_seq' })
  deliveredSeq: number;

  /** The room's revision of the last durable change of this member: joined, left, another role. */
  @Column('integer')
  rev: number;

  @Column('text', { name: 'joined_at' })
  joinedAt: string;

  /** Null while the member is present. */
  @Column('text', { name: 'left_at', nullable: true })
  leftAt: string | null;

  @Column('text', { name: 'muted_until', nullable: true })
  mutedUntil: string | null;

  @Column('text', { name: 'pinned_at', nullable: true })
  pinnedAt: string | null;

  @Column('text', { name: 'archived_at', nullable: true })
  archivedAt: string | null;

  @Column('boolean', { name: 'marked_unread' })
  markedUnread: boolean;
}
