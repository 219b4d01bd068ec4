import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { MentionEntity } from './log/mention.entity.js';
import { MessageEntity } from './log/message.entity.js';
import { MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembershipService } from './membership.service.js';
import { RoomCreationService } from './room-creation.service.js';
import { RoomEntity } from './room.entity.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomSettingsService } from './room-settings.service.js';
import { RoomsService } from './rooms.service.js';
import { Watermarks } from './watermarks.js';

@Module({
  imports: [TypeOrmModule.forFeature([RoomEntity, MemberEntity, MentionEntity, MessageEntity]), AuthModule],
  controllers: [RoomsController, MembersController],
  providers: [
    RoomsRepository,
    MembersRepository,
    RoomsService,
    RoomCreationService,
    MembershipService,
    RoomSettingsService,
    Watermarks,
  ],
  exports: [RoomsService],
})
export class RoomsModule {}
