import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { GatewayModule } from '../../gateway/gateway.module.js';
import { AdminGuard } from './admin.guard.js';
import { MonitorController } from './monitor.controller.js';
import { MonitorService } from './monitor.service.js';

@Module({
  imports: [AuthModule, GatewayModule],
  controllers: [MonitorController],
  providers: [AdminGuard, MonitorService],
})
export class AdminModule {}
