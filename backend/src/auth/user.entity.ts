import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users')
export class UserEntity {
  @PrimaryColumn('text')
  id: string;

  /** Lower case, unique. */
  @Column('text')
  username: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text')
  kind: 'human' | 'bot';

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { nullable: true })
  about: string | null;

  @Column('text', { name: 'avatar_id', nullable: true })
  avatarId: string | null;

  /** May look after the installation: its first account. */
  @Column('boolean')
  admin: boolean;

  @Column('boolean', { name: 'share_presence' })
  sharePresence: boolean;

  @Column('boolean', { name: 'share_receipts' })
  shareReceipts: boolean;

  /** When the last socket of the user closed, on whichever instance. */
  @Column('text', { name: 'last_seen_at', nullable: true })
  lastSeenAt: string | null;
}
