import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ATTEMPTS_PER_ADDRESS } from './auth-throttler.guard.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { FailedSignIns } from './failed-sign-ins.js';
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
    TypeOrmModule.forFeature([UserEntity, SessionEntity]),
    PassportModule,
    ThrottlerModule.forRoot(ATTEMPTS_PER_ADDRESS),
  ],
  controllers: [AuthController, UsersController],
  providers: [
    AuthService,
    FailedSignIns,
    LocalStrategy,
    SessionCookie,
    SessionsRepository,
    SessionsService,
    UsersRepository,
    UsersService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [SessionsService, UsersService],
})
export class AuthModule {}
