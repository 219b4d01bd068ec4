import { Controller, Get, HttpStatus, Logger, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Health } from '#shared';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { Public } from '../auth/public.decorator.js';

const RETRY_AFTER_SECONDS = 5;

/** For whoever watches the process: `live` says that it answers, `ready` that it can serve. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger(HealthController.name);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get('live')
  @ApiOkResponse({ description: 'The process answers.', standardSchema: Health })
  live(): Health {
    return { status: 'ok', down: [] };
  }

  @Get('ready')
  @ApiOkResponse({ description: 'All that the server needs is there.', standardSchema: Health })
  @ApiServiceUnavailableResponse({ description: 'Names what is down.', standardSchema: Health })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const down = (await this.isDatabaseUp()) ? [] : ['database'];
    if (down.length === 0) return { status: 'ok', down };
    response.status(HttpStatus.SERVICE_UNAVAILABLE).setHeader('Retry-After', RETRY_AFTER_SECONDS);
    return { status: 'down', down };
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
