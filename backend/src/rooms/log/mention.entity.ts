import { Entity, PrimaryColumn } from 'typeorm';

/** A message that mentions somebody other than its sender; what stands before the own cursor is read, and counts no more. */
@Entity('mentions')
export class MentionEntity {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('text', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('integer')
  seq: number;
}
