import { Injectable } from '@nestjs/common';
import type { EventOf, Member, Role, Room, User } from '#shared';
import { UsersService } from '../auth/users.service.js';
import { invalid, notFound } from '../common/domain-error.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import type { MemberEntity } from './member.entity.js';
import { presentMember } from './member.presenter.js';
import { MembersRepository } from './members.repository.js';
import { newMember } from './new-member.js';
import { requireInviter, requireJoinable, requireLeavable, requireRemover, requireRoleGiver } from './room.policy.js';
import { presentFacts, presentRoom } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

type DurableNews = EventOf<'member.updated'> | EventOf<'room.updated'>;

/** Coming and going. Each change of a member takes a revision, and so does the new member count. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /**
   * Makes the user a member of a public room; a present member stays one.
   * @throws DomainError `not_found` for a room that the user may not see
   */
  async join(userId: string, roomId: string): Promise<Room> {
    const user = await this.users.self(userId);
    return this.unitOfWork.run(async (transaction) => {
      await this.rooms.lock(transaction.manager, roomId);
      const { member } = requireJoinable(await this.rooms.access(userId, roomId, transaction.manager));
      if (!member) await this.enter(transaction, roomId, user);
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
      await this.rooms.lock(transaction.manager, roomId);
      requireInviter(await this.rooms.access(actorId, roomId, transaction.manager));
      const present = await this.members.findPresent(transaction.manager, roomId, userId);
      return presentMember(present ?? (await this.enter(transaction, roomId, user)), user);
    });
  }

  /**
   * The user leaves; an owner's place goes to the longest-standing moderator or member.
   * @throws DomainError `not_found`; `forbidden` for a direct room and for who is no member
   */
  async leave(userId: string, roomId: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.rooms.lock(transaction.manager, roomId);
      const { member } = requireLeavable(await this.rooms.access(userId, roomId, transaction.manager));
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
      await this.rooms.lock(transaction.manager, roomId);
      const access = await this.rooms.access(actorId, roomId, transaction.manager);
      const member = await this.members.findPresent(transaction.manager, roomId, userId);
      requireRemover(access, member?.role ?? 'member');
      if (!member) throw notFound('This person is not a member of the room.');
      await this.exit(transaction, member);
    });
  }

  /**
   * Gives a member another role. To give `owner` is to hand the room over: the actor becomes an admin.
   * @throws DomainError `not_found` for a room one may not see and for who is no member; `forbidden`
   */
  async giveRole(actorId: string, roomId: string, userId: string, role: Role): Promise<Member> {
    return this.unitOfWork.run(async (transaction) => {
      const { manager, afterCommit } = transaction;
      await this.rooms.lock(manager, roomId);
      const owner = requireRoleGiver(await this.rooms.access(actorId, roomId, manager), userId).member;
      const member = await this.members.findPresent(manager, roomId, userId);
      if (!member) throw notFound('This person is not a member of the room.');
      const given = await this.change(transaction, { ...member, role });
      const events = role === 'owner' ? [given, await this.change(transaction, { ...owner, role: 'admin' })] : [given];
      afterCommit(() => this.bus.publish({ to: 'room', roomId, events }));
      return given.member;
    });
  }

  /** What was said before is read already, for a newcomer and for one who comes back alike. */
  private async enter(transaction: Transaction, roomId: string, user: User): Promise<MemberEntity> {
    const { manager, afterCommit } = transaction;
    await this.rooms.countMembers(manager, roomId, 1);
    const rev = await this.rooms.takeRev(manager, roomId);
    const { lastSeq, memberCount } = await this.rooms.inTransaction(manager, roomId);
    const role: Role = memberCount === 1 ? 'owner' : 'member';
    const member = newMember({ roomId, userId: user.id, role, rev, joinedAt: now(), lastSeq });
    await this.members.save(manager, member);
    const news = [memberUpdated(member, user), await this.roomUpdated(transaction, roomId)];
    const room = presentRoom(await this.rooms.viewInTransaction(manager, user.id, roomId));
    // The newcomer's sockets enter the room through `room.added`, so it comes first.
    afterCommit(() => this.bus.publish({ to: 'user', userId: user.id, events: [{ type: 'room.added', room }] }));
    afterCommit(() => this.bus.publish({ to: 'room', roomId, events: news }));
    return member;
  }

  private async exit(transaction: Transaction, member: MemberEntity): Promise<void> {
    const { manager, afterCommit } = transaction;
    const { roomId, userId } = member;
    await this.members.forgetMentions(manager, roomId, userId);
    await this.rooms.countMembers(manager, roomId, -1);
    const news: DurableNews[] = [await this.change(transaction, { ...member, role: 'member', leftAt: now() })];
    const heir = member.role === 'owner' ? await this.members.successor(manager, roomId) : null;
    if (heir) news.push(await this.change(transaction, { ...heir, role: 'owner' }));
    news.push(await this.roomUpdated(transaction, roomId));
    afterCommit(() => this.bus.publish({ to: 'room', roomId, events: news }));
    // The leaver's sockets leave the room through `room.removed`, so it comes last.
    afterCommit(() => this.bus.publish({ to: 'user', userId, events: [{ type: 'room.removed', roomId }] }));
  }

  /** Stores a member under the room's next revision. */
  private async change({ manager }: Transaction, changed: MemberEntity): Promise<EventOf<'member.updated'>> {
    const member = { ...changed, rev: await this.rooms.takeRev(manager, changed.roomId) };
    await this.members.save(manager, member);
    return memberUpdated(member, await this.users.self(member.userId));
  }

  private async roomUpdated({ manager }: Transaction, roomId: string): Promise<EventOf<'room.updated'>> {
    const rev = await this.rooms.takeRev(manager, roomId);
    return { type: 'room.updated', roomId, rev, room: presentFacts(await this.rooms.inTransaction(manager, roomId)) };
  }
}

const memberUpdated = (member: MemberEntity, user: User): EventOf<'member.updated'> => ({
  type: 'member.updated',
  roomId: member.roomId,
  rev: member.rev,
  member: presentMember(member, user),
});
