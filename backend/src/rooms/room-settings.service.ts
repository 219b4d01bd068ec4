import { Injectable } from '@nestjs/common';
import type { Membership, Preferences, Room, UpdatePreferencesRequest, UpdateRoomRequest } from '#shared';
import { notFound } from '../common/domain-error.js';
import { now } from '../common/time.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import { MembersRepository } from './members.repository.js';
import { requireMember, requireModerator } from './room.policy.js';
import { presentFacts, presentRoom } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

/** What a room is called, for all, and how a member keeps it, for the member alone. */
@Injectable()
export class RoomSettingsService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /**
   * Gives a room another name or topic; an empty topic takes it away.
   * @throws DomainError `not_found`; `forbidden` for who does not moderate it, and for a direct room
   */
  describe(userId: string, roomId: string, request: UpdateRoomRequest): Promise<Room> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      await this.rooms.lock(manager, roomId);
      const { room } = requireModerator(await this.rooms.access(userId, roomId, manager));
      const { name = room.name, topic = room.topic } = request;
      await this.rooms.describe(manager, roomId, { name, topic: topic === '' ? null : topic });
      const rev = await this.rooms.takeRev(manager, roomId);
      const facts = presentFacts(await this.rooms.inTransaction(manager, roomId));
      const events = [{ type: 'room.updated' as const, roomId, rev, room: facts }];
      afterCommit(() => this.bus.publish({ to: 'room', roomId, events }));
      return presentRoom(await this.rooms.viewInTransaction(manager, userId, roomId));
    });
  }

  /**
   * Mutes, pins or archives the room, or marks it unread, on all devices of the member.
   * @throws DomainError `not_found`, `forbidden` for an outsider
   */
  keep(userId: string, roomId: string, request: UpdatePreferencesRequest): Promise<Membership> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      requireMember(await this.rooms.access(userId, roomId, manager));
      const changed = preferencesIn(request);
      if (Object.keys(changed).length > 0) await this.members.keep(manager, roomId, userId, changed);
      const { me } = presentRoom(await this.rooms.viewInTransaction(manager, userId, roomId));
      if (!me) throw notFound();
      const events = [{ type: 'membership.updated' as const, roomId, me }];
      afterCommit(() => this.bus.publish({ to: 'user', userId, events }));
      return me;
    });
  }
}

/** What is left out stays as it is. */
function preferencesIn({ mutedUntil, pinned, archived, markedUnread }: UpdatePreferencesRequest): Partial<Preferences> {
  return {
    ...(mutedUntil === undefined ? {} : { mutedUntil }),
    ...(pinned === undefined ? {} : { pinnedAt: pinned ? now() : null }),
    ...(archived === undefined ? {} : { archivedAt: archived ? now() : null }),
    ...(markedUnread === undefined ? {} : { markedUnread }),
  };
}
