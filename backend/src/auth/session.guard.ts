import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { unauthenticated } from '../common/domain-error.js';
import type { IdentifiedRequest } from './identity.js';
import { IS_PUBLIC } from './public.decorator.js';
import { tokenFrom } from './token.js';
import { SessionsService } from './sessions.service.js';

/** Stands before every route that is not `@Public()`: no session, no answer. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const identity = await this.sessions.authenticate(tokenFrom(request.headers));
    if (!identity) throw unauthenticated();
    request.identity = identity;
    return true;
  }
}
