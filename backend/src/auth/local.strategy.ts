import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy, type IStrategyOptionsWithRequest } from 'passport-local';
import { AuthService } from './auth.service.js';
import type { UserEntity } from './user.entity.js';

const OPTIONS: IStrategyOptionsWithRequest = { passReqToCallback: true, session: false };

/** Passport's username and password strategy; what is right and wrong is the service's to say. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly auth: AuthService) {
    super(OPTIONS);
  }

  validate(request: Request, username: string, password: string): Promise<UserEntity> {
    return this.auth.verify({ username, password }, request.ip ?? '');
  }
}
