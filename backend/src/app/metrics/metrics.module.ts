import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { GatewayModule } from '../../gateway/gateway.module.js';
import { MessagesModule } from '../../messages/messages.module.js';
import { ClusterMetrics } from './cluster-metrics.js';
import { HttpOutcomes } from './http-outcomes.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { MonitorGuard } from './monitor.guard.js';

/** Wired only where the metrics may be read: elsewhere nothing is measured, and the path is not there. */
@Module({
  imports: [GatewayModule, MessagesModule],
  controllers: [MetricsController],
  providers: [ClusterMetrics, HttpOutcomes, Metrics, MonitorGuard],
})
export class MetricsModule implements NestModule {
  constructor(private readonly outcomes: HttpOutcomes) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.outcomes.count).forRoutes('{*path}');
  }
}
