import { Injectable } from '@nestjs/common';
import type { Membership, Preferences, UpdatePreferencesRequest } from '#shared';
import { notFound } from '../common/domain-error.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { MembersRepository } from './members.repository.js';
import { RoomJournal } from './room-journal.js';
import { requireMember } from './room.policy.js';
import { presentMembership } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

/** How a member keeps a room in the own list: muted, pinned, archived, marked as unread. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: RoomJournal,
  ) {}

  /**
   * Changes what the request names, and tells the member's own sockets.
   * @throws DomainError `not_found`, `forbidden` for an outsider
   */
  update(userId: string, roomId: string, request: UpdatePreferencesRequest): Promise<Membership> {
    return this.unitOfWork.run(async (transaction) => {
      const { manager } = transaction;
      const { member } = requireMember(await this.rooms.heldAccess(manager, userId, roomId));
      const changed = changedBy(request, member, now());
      if (Object.keys(changed).length > 0) await this.members.keep(manager, roomId, userId, changed);
      const me = await this.present(transaction, userId, roomId);
      if (!me) throw notFound();
      if (Object.keys(changed).length > 0) this.tell(transaction, userId, roomId, me);
      return me;
    });
  }

  /**
   * Tells the member's own sockets how the room is kept, since reading has taken a mark away. In the order of the writes, so
   * that no older state is told last. Who is no member any more is told nothing.
   */
  retell(userId: string, roomId: string): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      const me = await this.present(transaction, userId, roomId);
      if (me) this.tell(transaction, userId, roomId, me);
    });
  }

  private async present({ manager }: Transaction, userId: string, roomId: string): Promise<Membership | null> {
    const { me, lastSeq, mentions } = await this.rooms.viewInTransaction(manager, userId, roomId);
    return me && presentMembership(me, lastSeq, mentions);
  }

  private tell(transaction: Transaction, userId: string, roomId: string, me: Membership): void {
    this.journal.tellUser(transaction, userId, { type: 'membership.updated', roomId, me });
  }
}

type Changed = { -readonly [K in keyof Preferences]?: Preferences[K] };

/** What the request changes of how a room is kept. What is pinned already stays where it is. */
function changedBy(request: UpdatePreferencesRequest, held: Preferences, at: string): Changed {
  const { mutedUntil, pinned, archived, markedUnread } = request;
  const changed: Changed = {};
  if (mutedUntil !== undefined && mutedUntil !== held.mutedUntil) changed.mutedUntil = mutedUntil;
  if (pinned !== undefined && pinned !== (held.pinnedAt !== null)) changed.pinnedAt = pinned ? at : null;
  // Archived anew: what has come since has brought the room back.
  if (archived === true || (archived === false && held.archivedAt !== null)) changed.archivedAt = archived ? at : null;
  if (markedUnread !== undefined && markedUnread !== held.markedUnread) changed.markedUnread = markedUnread;
  return changed;
}
