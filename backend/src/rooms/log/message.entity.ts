import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('messages')
export class MessageEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'room_id' })
  roomId: string;

  @Column('integer')
  seq: number;

  @Column('integer')
  rev: number;

  @Column('text', { name: 'sender_id' })
  senderId: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  @Column('text')
  kind: 'text' | 'system';

  @Column('text')
  body: string;

  /** SHA-256 of the body as it was first sent, once an edit or deletion has replaced it: a retry is told from a conflict by it. */
  @Column('text', { name: 'first_body_hash', nullable: true })
  firstBodyHash: string | null;

  @Column('integer', { name: 'reply_to', nullable: true })
  replyTo: number | null;

  /** The ids of the members whom the body mentions, as JSON; null for none. */
  @Column('text', { nullable: true })
  mentions: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'edited_at', nullable: true })
  editedAt: string | null;

  @Column('text', { name: 'deleted_at', nullable: true })
  deletedAt: string | null;
}
