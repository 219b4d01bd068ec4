import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { Audience } from './audience.js';
import { ChatGateway } from './chat.gateway.js';
import { FanOut } from './fan-out.js';
import { Handshake } from './handshake.js';
import { RequestDispatcher } from './request-dispatcher.js';
import { RequestHandlers } from './request-handlers.js';
import { Tail } from './tail.js';
import { Typing } from './typing.js';
import { Views } from './views.js';
import { Welcome } from './welcome.js';

@Module({
  imports: [AuthModule, RoomsModule, MessagesModule],
  providers: [
    Audience,
    ChatGateway,
    FanOut,
    Handshake,
    RequestDispatcher,
    RequestHandlers,
    Tail,
    Typing,
    Views,
    Welcome,
  ],
})
export class GatewayModule {}
