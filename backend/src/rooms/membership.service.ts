import { Injectable } from '@nestjs/common';
import type { Event, Member, Role, Room } from '#shared';
import { UsersService } from '../auth/users.service.js';
import { invalid, notFound } from '../common/domain-error.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import type { MemberEntity } from './member.entity.js';
import { presentMember } from './member.presenter.js';
import { MembersRepository } from './members.repository.js';
import { newMember } from './new-member.js';
import { RoomJournal } from './room-journal.js';
import { requireInviter, requireJoinable, requireLeavable, requireRemover } from './room.policy.js';
import { presentRoom } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

/** Coming and going. Each change of a member takes a revision, and so does the new member count. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: RoomJournal,
  ) {}

  /**
   * Makes the user a member of a public room; a present member stays one.
   * @throws DomainError `not_found` for a room that the user may not see
   */
  async join(userId: string, roomId: string): Promise<Room> {
    return this.unitOfWork.run(async (transaction) => {
      const { member } = requireJoinable(await this.rooms.heldAccess(transaction.manager, userId, roomId));
      if (!member) await this.enter(transaction, roomId, userId);
      return presentRoom(await this.rooms.viewInTransaction(transaction.manager, userId, roomId));
    });
  }

  /**
   * Brings somebody into the room; who is a present member stays as they are.
   * @throws DomainError `not_found`, `forbidden` as the policy has it; `validation_failed` at `userId` for nobody
   */
  async add(actorId: string, roomId: string, userId: string): Promise<Member> {
    requireInviter(await this.rooms.access(actorId, roomId));
    const user = (await this.users.byIds([userId])).get(userId);
    if (!user) throw invalid('userId', 'is nobody here');
    return this.unitOfWork.run(async (transaction) => {
      requireInviter(await this.rooms.heldAccess(transaction.manager, actorId, roomId));
      const present = await this.members.findPresent(transaction.manager, roomId, userId);
      return present ? presentMember(present, user) : this.enter(transaction, roomId, userId);
    });
  }

  /**
   * The user leaves; an owner's place goes to the longest-standing moderator or member.
   * @throws DomainError `not_found`; `forbidden` for a direct room and for who is no member
   */
  async leave(userId: string, roomId: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const { member } = requireLeavable(await this.rooms.heldAccess(transaction.manager, userId, roomId));
      await this.exit(transaction, member);
    });
  }

  /**
   * Takes somebody out of the room. To remove oneself is to leave.
   * @throws DomainError `not_found` for a room one may not see and for who is no member; `forbidden`
   */
  async remove(actorId: string, roomId: string, userId: string): Promise<void> {
    if (actorId === userId) return this.leave(userId, roomId);
    await this.unitOfWork.run(async (transaction) => {
      const access = await this.rooms.heldAccess(transaction.manager, actorId, roomId);
      const member = await this.members.findPresent(transaction.manager, roomId, userId);
      requireRemover(access, member?.role ?? 'member');
      if (!member) throw notFound('This person is not a member of the room.');
      await this.exit(transaction, member);
    });
  }

  /** What was said before is read already, for a newcomer and for one who comes back alike. */
  private async enter(transaction: Transaction, roomId: string, userId: string): Promise<Member> {
    const { manager } = transaction;
    await this.rooms.countMembers(manager, roomId, 1);
    const { lastSeq, memberCount, rev } = await this.rooms.inTransaction(manager, roomId);
    const role: Role = memberCount === 1 ? 'owner' : 'member';
    const entering = newMember({ roomId, userId, role, rev, joinedAt: now(), lastSeq });
    const entered = await this.journal.changeMember(transaction, entering);
    const counted = await this.journal.changeRoom(transaction, roomId);
    const room = presentRoom(await this.rooms.viewInTransaction(manager, userId, roomId));
    // The newcomer's sockets enter the room through `room.added`, so it comes first.
    this.journal.tellUser(transaction, userId, { type: 'room.added', room });
    this.journal.tellRoom(transaction, roomId, [entered, counted]);
    return entered.member;
  }

  private async exit(transaction: Transaction, member: MemberEntity): Promise<void> {
    const { manager } = transaction;
    const { roomId, userId } = member;
    await this.members.forgetMentions(manager, roomId, userId);
    await this.rooms.countMembers(manager, roomId, -1);
    const gone = { ...member, role: 'member' as const, leftAt: now() };
    const left = await this.journal.changeMember(transaction, gone);
    const news: Event[] = [left];
    const heir = member.role === 'owner' ? await this.members.successor(manager, roomId) : null;
    if (heir) news.push(await this.journal.changeMember(transaction, { ...heir, role: 'owner' }));
    news.push(
      await this.journal.changeRoom(transaction, roomId),
      ...(await this.journal.watermark(transaction, roomId)),
    );
    this.journal.tellRoom(transaction, roomId, news);
    // The leaver's sockets leave the room through `room.removed`, so it comes last.
    this.journal.tellLeaver(transaction, left);
  }
}
