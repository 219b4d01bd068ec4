import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { LoginRequest } from '#shared';
import type { Request } from 'express';
import { parseBody } from '../common/parse.js';
import { wrongCredentials } from './auth.service.js';

/** Signs in through Passport. Guards run before pipes, so the body is validated here. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override canActivate(context: ExecutionContext): Promise<boolean> | boolean {
    parseBody(LoginRequest, context.switchToHttp().getRequest<Request>().body);
    return super.canActivate(context) as Promise<boolean>;
  }

  override handleRequest<User>(error: Error | null, user: User): User {
    if (error) throw error;
    if (!user) throw wrongCredentials();
    return user;
  }
}
