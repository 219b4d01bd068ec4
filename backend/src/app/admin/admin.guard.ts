import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { IdentifiedRequest } from '../../auth/identity.js';
import { UsersService } from '../../auth/users.service.js';
import { forbidden, unauthenticated } from '../../common/domain-error.js';

/** Lets in who looks after the installation. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(private readonly users: UsersService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { identity } = context.switchToHttp().getRequest<IdentifiedRequest>();
    if (!identity) throw unauthenticated();
    const { admin } = await this.users.account(identity.userId);
    if (!admin) throw forbidden('This is for the admin of the installation.');
    return true;
  }
}
