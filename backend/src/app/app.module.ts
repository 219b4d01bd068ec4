import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { EventsModule } from '../events/events.module.js';
import { GatewayModule } from '../gateway/gateway.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { AdminModule } from './admin/admin.module.js';
import { HealthController } from './health.controller.js';
import { MetricsModule } from './metrics/metrics.module.js';

/** The whole server; only what stands here is wired. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule,
        EventsModule,
        AuthModule,
        RoomsModule,
        MessagesModule,
        GatewayModule,
        AdminModule,
        ...(config.metricsToken === undefined ? [] : [MetricsModule]),
      ],
      controllers: [HealthController],
    };
  }
}
