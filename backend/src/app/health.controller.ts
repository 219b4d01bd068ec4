import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Health } from '#shared';
import type { Response } from 'express';
import { Public } from '../auth/public.decorator.js';
import { EventBus } from '../events/event-bus.js';
import { DatabaseProbe } from '../database/database-probe.js';

const RETRY_AFTER_SECONDS = 5;

/** For whoever watches the process: `live` says that it answers, `ready` that it can serve. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: DatabaseProbe,
    private readonly bus: EventBus,
  ) {}

  @Get('live')
  @ApiOkResponse({ description: 'The process answers.', standardSchema: Health })
  live(): Health {
    return { status: 'ok', down: [] };
  }

  @Get('ready')
  @ApiOkResponse({
    description: 'The server can serve; `degraded` names what it does without at the moment.',
    standardSchema: Health,
  })
  @ApiServiceUnavailableResponse({ description: 'Names what is down.', standardSchema: Health })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const redis = this.bus.health === 'degraded' ? ['redis'] : [];
    if (await this.database.isUp()) return { status: redis.length > 0 ? 'degraded' : 'ok', down: redis };
    response.status(HttpStatus.SERVICE_UNAVAILABLE).setHeader('Retry-After', RETRY_AFTER_SECONDS);
    return { status: 'down', down: ['database', ...redis] };
  }
}
