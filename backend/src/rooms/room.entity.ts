import type { RoomKind } from '#shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rooms')
export class RoomEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: RoomKind;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  topic: string | null;

  /** The two user ids of a direct room, sorted and joined by a colon: one direct room for two people. */
  @Column('text', { name: 'direct_key', nullable: true })
  directKey: string | null;

  @Column('integer', { name: 'member_count' })
  memberCount: number;

  @Column('integer', { name: 'last_seq' })
  lastSeq: number;

  @Column('integer')
  rev: number;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  /** When the last message came, or the room was made: the order of the room list. */
  @Column('text', { name: 'last_activity_at' })
  lastActivityAt: string;
}
