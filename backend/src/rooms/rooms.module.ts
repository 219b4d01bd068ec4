import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { CompanyRepository } from './company.repository.js';
import { CompanyService } from './company.service.js';
import { MentionEntity } from './log/mention.entity.js';
import { MessageEntity } from './log/message.entity.js';
import { MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembershipService } from './membership.service.js';
import { PreferencesService } from './preferences.service.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomCreationService } from './room-creation.service.js';
import { RoomJournal } from './room-journal.js';
import { RoomEntity } from './room.entity.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { Watermarks } from './watermarks.js';

@Module({
  imports: [TypeOrmModule.forFeature([RoomEntity, MemberEntity, MentionEntity, MessageEntity]), AuthModule],
  controllers: [RoomsController, MembersController],
  providers: [
    CompanyRepository,
    CompanyService,
    RoomsRepository,
    MembersRepository,
    RoomsService,
    Watermarks,
    RoomCreationService,
    MembershipService,
    PreferencesService,
    RoomChangesService,
    RoomJournal,
  ],
  exports: [CompanyService, PreferencesService, RoomsService],
})
export class RoomsModule {}
