import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../auth/public.decorator.js';
import { METRICS_TYPE, Metrics } from './metrics.js';
import { MonitorGuard } from './monitor.guard.js';

/** For a monitor, which has a token of its own and no session. */
@ApiExcludeController()
@Public()
@UseGuards(MonitorGuard)
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('Content-Type', METRICS_TYPE)
  @Header('Cache-Control', 'no-store')
  read(): Promise<string> {
    return this.metrics.text();
  }
}
