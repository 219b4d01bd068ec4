import { Injectable } from '@nestjs/common';
import type { Event, Member, Role, Room, UpdateRoomRequest } from '#shared';
import { UsersService } from '../auth/users.service.js';
import { forbidden, notFound } from '../common/domain-error.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import type { MemberEntity } from './member.entity.js';
import { presentMember } from './member.presenter.js';
import { MembersRepository } from './members.repository.js';
import { RoomJournal } from './room-journal.js';
import { requireEditor, requireOwner } from './room.policy.js';
import { presentRoom } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

/** What a room is called and about, and who has which role in it. */
@Injectable()
export class RoomChangesService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: RoomJournal,
  ) {}

  /**
   * Renames a room or says what it is about; what is as it was takes no revision.
   * @throws DomainError `not_found`; `forbidden` for who is neither owner nor admin, and for a direct room
   */
  describe(userId: string, roomId: string, { name, topic }: UpdateRoomRequest): Promise<Room> {
    return this.unitOfWork.run(async (transaction) => {
      const { manager } = transaction;
      const { room } = requireEditor(await this.rooms.heldAccess(manager, userId, roomId));
      const described = { name: name ?? room.name, topic: topic === undefined ? room.topic : topic || null };
      if (described.name !== room.name || described.topic !== room.topic) {
        await this.rooms.describe(manager, roomId, described);
        this.journal.tellRoom(transaction, roomId, [await this.journal.changeRoom(transaction, roomId)]);
      }
      return presentRoom(await this.rooms.viewInTransaction(manager, userId, roomId));
    });
  }

  /**
   * Gives a member another role. The owner's own goes with `owner` to somebody else, and makes the giver an admin.
   * @throws DomainError `not_found` for a room one may not see and for who is no member; `forbidden` for who is not the owner
   */
  setRole(actorId: string, roomId: string, userId: string, role: Role): Promise<Member> {
    return this.unitOfWork.run(async (transaction) => {
      const { manager } = transaction;
      const { member: owner } = requireOwner(await this.rooms.heldAccess(manager, actorId, roomId));
      const member = await this.members.findPresent(manager, roomId, userId);
      if (!member) throw notFound('This person is not a member of the room.');
      if (member.role === role) return presentMember(member, await this.users.self(userId));
      if (userId === actorId) throw forbidden('Hand the room over to somebody first.');
      return this.change(transaction, owner, { ...member, role });
    });
  }

  private async change(transaction: Transaction, owner: MemberEntity, member: MemberEntity): Promise<Member> {
    const changed = await this.journal.changeMember(transaction, member);
    const news: Event[] = [changed];
    if (member.role === 'owner') news.push(await this.journal.changeMember(transaction, { ...owner, role: 'admin' }));
    this.journal.tellRoom(transaction, member.roomId, news);
    return changed.member;
  }
}
