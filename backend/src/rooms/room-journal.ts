import { Injectable } from '@nestjs/common';
import type { Event, EventOf } from '#shared';
import { UsersService } from '../auth/users.service.js';
import type { Transaction } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import type { MemberEntity } from './member.entity.js';
import { presentMember } from './member.presenter.js';
import { MembersRepository } from './members.repository.js';
import { presentFacts } from './room.presenter.js';
import { RoomsRepository } from './rooms.repository.js';

/** The durable changes of a room and its members: each takes a revision, and is told once it is durable. */
@Injectable()
export class RoomJournal {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly bus: EventBus,
  ) {}

  /** Stores a member as they are now, under the room's next revision. @returns the event that tells of it */
  async changeMember({ manager }: Transaction, changed: MemberEntity): Promise<EventOf<'member.updated'>> {
    const { roomId, userId } = changed;
    const rev = await this.rooms.takeRev(manager, roomId);
    await this.members.save(manager, { ...changed, rev });
    return { type: 'member.updated', roomId, rev, member: presentMember(changed, await this.users.self(userId)) };
  }

  /** Takes a revision for what has changed of the room itself. @returns the event that tells of it */
  async changeRoom({ manager }: Transaction, roomId: string): Promise<EventOf<'room.updated'>> {
    const rev = await this.rooms.takeRev(manager, roomId);
    return { type: 'room.updated', roomId, rev, room: presentFacts(await this.rooms.inTransaction(manager, roomId)) };
  }

  /** How far all present members have received and read the room, which may have moved with who left. */
  async watermark({ manager }: Transaction, roomId: string): Promise<EventOf<'watermark.updated'>[]> {
    const marks = await this.members.marks([roomId], manager);
    return marks.map(({ watermark }) => ({ type: 'watermark.updated', roomId, ...watermark }));
  }

  /** Tells the room's members, once the transaction is durable. */
  tellRoom({ afterCommit }: Transaction, roomId: string, events: readonly Event[]): void {
    afterCommit(() => this.bus.publish({ to: 'room', roomId, events }));
  }

  /** Tells a user's own sockets, once the transaction is durable. */
  tellUser({ afterCommit }: Transaction, userId: string, event: Event): void {
    afterCommit(() => this.bus.publish({ to: 'user', userId, events: [event] }));
  }

  /** Tells a user's own sockets that the room is theirs no more, once the transaction is durable. */
  tellLeaver({ afterCommit }: Transaction, { roomId, rev, member }: EventOf<'member.updated'>): void {
    const events = [{ type: 'room.removed' as const, roomId }];
    afterCommit(() => this.bus.publish({ to: 'user', userId: member.user.id, events, leftAt: rev }));
  }
}
