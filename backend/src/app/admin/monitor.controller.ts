import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Monitor } from '#shared';
import { ApiProblems } from '../../common/api-problems.js';
import { AdminGuard } from './admin.guard.js';
import { MonitorService } from './monitor.service.js';

@ApiTags('admin')
@UseGuards(AdminGuard)
@Controller('admin/monitor')
export class MonitorController {
  constructor(private readonly monitor: MonitorService) {}

  @Get()
  @ApiOkResponse({
    description: 'The instances that are up, and the connections that fare worst.',
    standardSchema: Monitor,
  })
  @ApiProblems('unauthenticated', 'forbidden')
  read(): Promise<Monitor> {
    return this.monitor.look();
  }
}
