import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { unauthenticated } from '../common/domain-error.js';

/** Who a request or a socket speaks for, and through which session. */
export interface Identity {
  readonly userId: string;
  readonly sessionId: string;
}

/** A request that passed the `SessionGuard`. */
export interface IdentifiedRequest extends Request {
  identity?: Identity;
}

/** The caller's identity, for a handler's parameter. */
export const CurrentIdentity = createParamDecorator((_data: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!identity) throw unauthenticated();
  return identity;
});
