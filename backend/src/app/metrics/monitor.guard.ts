import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { unauthenticated } from '../../common/domain-error.js';
import { Config } from '../../config/config.js';

/** Lets in who shows the monitor's token, and tells nothing of how near a wrong one came. */
@Injectable()
export class MonitorGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { authorization = '' } = context.switchToHttp().getRequest<Request>().headers;
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const { metricsToken } = this.config;
    if (metricsToken === undefined || !timingSafeEqual(digest(given), digest(metricsToken))) {
      throw unauthenticated('The metrics are for whoever has their token.');
    }
    return true;
  }
}

/** Of one length whatever the text, as the comparison needs it. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
