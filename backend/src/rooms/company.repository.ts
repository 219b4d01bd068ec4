import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Repository } from 'typeorm';
import { MemberEntity } from './member.entity.js';
import { RoomEntity } from './room.entity.js';

/** A present member of a room. */
export type Membership = Pick<MemberEntity, 'roomId' | 'userId'>;

/** Who is in whose company, for many people and rooms at once. */
@Injectable()
export class CompanyRepository {
  constructor(@InjectRepository(MemberEntity) private readonly rows: Repository<MemberEntity>) {}

  /** The users' direct rooms, each by its key. */
  directRoomsOf(userIds: readonly string[]): Promise<{ userId: string; directKey: string }[]> {
    return this.rows
      .createQueryBuilder('member')
      .innerJoin(RoomEntity, 'room', 'room.id = member.roomId AND room.directKey IS NOT NULL')
      .where({ userId: In([...userIds]), leftAt: IsNull() })
      .select('member.userId', 'userId')
      .addSelect('room.directKey', 'directKey')
      .getRawMany();
  }

  /** All present members of the rooms. */
  presentIn(roomIds: readonly string[]): Promise<Membership[]> {
    const select = { roomId: true, userId: true } as const;
    return this.rows.find({ select, where: { roomId: In([...roomIds]), leftAt: IsNull() } });
  }

  /** Those of the users who are present members of one of the rooms. */
  among(roomIds: readonly string[], userIds: readonly string[]): Promise<Membership[]> {
    const select = { roomId: true, userId: true } as const;
    return this.rows.find({ select, where: { roomId: In([...roomIds]), userId: In([...userIds]), leftAt: IsNull() } });
  }
}
