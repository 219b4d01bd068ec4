import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  /** SHA-256 of the token, in hex: the token itself is known to its holder alone. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'last_seen_at' })
  lastSeenAt: string;

  @Column('text', { name: 'expires_at' })
  expiresAt: string;
}
