import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture of a user. It never changes: another one has another id. */
@Entity('avatars')
export class AvatarEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('text')
  type: string;

  /** In base64, so that one table serves both databases. */
  @Column('text')
  bytes: string;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}
