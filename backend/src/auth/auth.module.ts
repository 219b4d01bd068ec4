import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { ATTEMPTS_PER_ADDRESS } from './auth-throttler.guard.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { AvatarEntity } from './avatar.entity.js';
import { AvatarsRepository } from './avatars.repository.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { LastSeenRepository } from './last-seen.repository.js';
import { LastSeenService } from './last-seen.service.js';
import { LocalStrategy } from './local.strategy.js';
import { SessionCookie } from './session-cookie.js';
import { SessionEntity } from './session.entity.js';
import { SessionGuard } from './session.guard.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { UserEntity } from './user.entity.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([UserEntity, SessionEntity, AvatarEntity]),
    PassportModule,
    ThrottlerModule.forRoot(ATTEMPTS_PER_ADDRESS),
  ],
  controllers: [AuthController, UsersController, AccountController],
  providers: [
    AccountService,
    AuthService,
    AvatarsRepository,
    FailedSignIns,
    LastSeenRepository,
    LastSeenService,
    LocalStrategy,
    SessionCookie,
    SessionsRepository,
    SessionsService,
    UsersRepository,
    UsersService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [LastSeenService, SessionsService, UsersService],
})
export class AuthModule {}
