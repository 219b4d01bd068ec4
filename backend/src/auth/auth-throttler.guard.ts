import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { rateLimited } from '../common/domain-error.js';

/** Attempts per address and minute, for each of the two doors: enough for a whole team behind one address. */
export const ATTEMPTS_PER_ADDRESS: ThrottlerModuleOptions = {
  throttlers: [{ limit: 60, ttl: 60_000 }],
  setHeaders: false,
};

/** Limits how often one address may try to register or sign in, since each try costs a password hash. */
@Injectable()
export class AuthThrottlerGuard extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    throw rateLimited(timeToBlockExpire);
  }
}
