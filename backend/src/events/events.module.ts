import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { EventBus } from './event-bus.js';
import { InProcessEventBus } from './in-process-event-bus.js';
import { RedisEventBus } from './redis-event-bus.js';

@Global()
@Module({
  providers: [
    {
      provide: EventBus,
      inject: [Config],
      useFactory: ({ redisUrl }: Config): EventBus =>
        redisUrl === undefined ? new InProcessEventBus() : new RedisEventBus(redisUrl),
    },
  ],
  exports: [EventBus],
})
export class EventsModule {}
