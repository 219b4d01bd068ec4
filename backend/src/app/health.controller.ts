import { Controller, Get, HttpStatus, Logger, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Health } from '#shared';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { Public } from '../auth/public.decorator.js';
import { EventBus } from '../events/event-bus.js';

const RETRY_AFTER_SECONDS = 5;

/** For whoever watches the process: `live` says that it answers, `ready` that it can serve. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger(HealthController.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
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
    if (await this.isDatabaseUp()) return { status: redis.length > 0 ? 'degraded' : 'ok', down: redis };
    response.status(HttpStatus.SERVICE_UNAVAILABLE).setHeader('Retry-After', RETRY_AFTER_SECONDS);
    return { status: 'down', down: ['database', ...redis] };
  }

  private async isDatabaseUp(): Promise<boolean> {
    try {
      await this.dataSource.query('SELECT 1');
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, 'the database does not answer');
      return false;
    }
  }
}
