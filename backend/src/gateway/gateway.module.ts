import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { Audience } from './audience.js';
import { ChatGateway } from './chat.gateway.js';
import { Delivery } from './delivery.js';
import { FanOut } from './fan-out.js';
import { GatewayCounters } from './gateway-counters.js';
import { Handshake } from './handshake.js';
import { HeldAnswers } from './held-answers.js';
import { RequestDispatcher } from './request-dispatcher.js';
import { RequestHandlers } from './request-handlers.js';
import { Sequence } from './sequence.js';
import { SlowReaders } from './slow-readers.js';
import { Tail } from './tail.js';
import { Typing } from './typing.js';
import { Views } from './views.js';
import { Welcome } from './welcome.js';

@Module({
  imports: [AuthModule, RoomsModule, MessagesModule],
  providers: [
    Audience,
    ChatGateway,
    Delivery,
    FanOut,
    GatewayCounters,
    Handshake,
    HeldAnswers,
    RequestDispatcher,
    RequestHandlers,
    Sequence,
    SlowReaders,
    Tail,
    Typing,
    Views,
    Welcome,
  ],
  exports: [GatewayCounters],
})
export class GatewayModule {}
