import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { MessageEntity } from './log/message.entity.js';
import { MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembershipService } from './membership.service.js';
import { RoomCreationService } from './room-creation.service.js';
import { RoomEntity } from './room.entity.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RoomEntity, MemberEntity, MessageEntity]), AuthModule],
  controllers: [RoomsController, MembersController],
  providers: [RoomsRepository, MembersRepository, RoomsService, RoomCreationService, MembershipService],
  exports: [RoomsService],
})
export class RoomsModule {}
