import { Injectable } from '@nestjs/common';
import type { CreateRoomRequest, Role, Room } from '#shared';
import type { EntityManager } from 'typeorm';
import { UsersService } from '../auth/users.service.js';
import { invalid } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import { directKeyOf } from './direct-key.js';
import { MembersRepository } from './members.repository.js';
import { newMember } from './new-member.js';
import type { RoomEntity } from './room.entity.js';
import { presentRoom } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

/** A room begins at revision 1: being founded, with its first members, is its first durable change. */
const FIRST_REV = 1;

/** The room that was asked for, and whether this request founded it. */
export interface Founded {
  readonly room: Room;
  readonly isNew: boolean;
}

/** New rooms, and who is in them from the start. */
@Injectable()
export class RoomCreationService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /** Founds a public or private room with its founder as the owner. */
  create(founderId: string, { kind, name, topic }: CreateRoomRequest): Promise<Room> {
    return this.unitOfWork.run(async (transaction) => {
      const room = newRoom({ kind, name, topic: topic === '' ? null : (topic ?? null), memberCount: 1 });
      await this.rooms.insert(transaction.manager, room);
      await this.addFirst(transaction, room, founderId, 'owner');
      return this.announce(transaction, room, founderId);
    });
  }

  /**
   * The direct room of two people: founded at the first request of either, the same one ever after.
   * @throws DomainError `validation_failed` at `userId` for oneself and for nobody
   */
  async direct(userId: string, peerId: string): Promise<Founded> {
    if (peerId === userId) throw invalid('userId', 'must be somebody else');
    if (!(await this.users.byIds([peerId])).has(peerId)) throw invalid('userId', 'is nobody here');
    const directKey = directKeyOf(userId, peerId);
    return this.unitOfWork.run(async (transaction) => {
      const room = newRoom({ kind: 'direct', directKey, memberCount: 2 });
      const { id } = await this.rooms.claimDirect(transaction.manager, room, directKey);
      if (id !== room.id) return { room: await this.present(transaction.manager, userId, id), isNew: false };
      await this.addFirst(transaction, room, userId, 'member');
      await this.addFirst(transaction, room, peerId, 'member');
      await this.announce(transaction, room, peerId);
      return { room: await this.announce(transaction, room, userId), isNew: true };
    });
  }

  private async addFirst({ manager }: Transaction, room: RoomEntity, userId: string, role: Role): Promise<void> {
    const { id: roomId, rev, createdAt: joinedAt, lastSeq } = room;
    await this.members.save(manager, newMember({ roomId, userId, role, rev, joinedAt, lastSeq }));
  }

  /** Tells a first member of the room, once it is durable. @returns the room as that member sees it */
  private async announce({ manager, afterCommit }: Transaction, { id }: RoomEntity, userId: string): Promise<Room> {
    const room = await this.present(manager, userId, id);
    afterCommit(() => this.bus.publish({ to: 'user', userId, events: [{ type: 'room.added', room }] }));
    return room;
  }

  private async present(manager: EntityManager, userId: string, roomId: string): Promise<Room> {
    return presentRoom(await this.rooms.viewInTransaction(manager, userId, roomId));
  }
}

function newRoom(facts: Pick<RoomEntity, 'kind' | 'memberCount'> & Partial<RoomEntity>): RoomEntity {
  const createdAt = now();
  const blank = { name: null, topic: null, directKey: null, lastSeq: 0, rev: FIRST_REV };
  return { id: newId(), ...blank, createdAt, lastActivityAt: createdAt, ...facts };
}
