import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { Amends } from './delivery/amends.js';
import { Audience } from './audience.js';
import { ChatGateway } from './chat.gateway.js';
import { Connections } from './connections/connections.js';
import { RoundTrips } from './connections/round-trips.js';
import { Survey } from './connections/survey.js';
import { Figures } from './instances/figures.js';
import { Instances } from './instances/instances.js';
import { OwnInstance } from './instances/own-instance.js';
import { Rates } from './instances/rates.js';
import { Vitals } from './instances/vitals.js';
import { Monitoring } from './monitoring.js';
import { Acquaintance } from './presence/acquaintance.js';
import { Attendance } from './presence/attendance.js';
import { Circle } from './presence/circle.js';
import { Greeting } from './presence/greeting.js';
import { Outlook } from './presence/outlook.js';
import { Presence } from './presence/presence.js';
import { PresenceNews } from './presence/presence-news.js';
import { PresenceWriter } from './presence/presence-writer.js';
import { Roster } from './presence/roster.js';
import { SeenNotes } from './presence/seen-notes.js';
import { Delivery } from './delivery/delivery.js';
import { FanOut } from './fan-out.js';
import { GatewayCounters } from './gateway-counters.js';
import { Gathering } from './ordering/gathering.js';
import { Handshake } from './handshake.js';
import { HeldAnswers } from './delivery/held-answers.js';
import { Moves } from './ordering/moves.js';
import { ReceiptGate } from './delivery/receipt-gate.js';
import { Reconciliation } from './ordering/reconciliation.js';
import { Reminders } from './delivery/reminders.js';
import { RequestDispatcher } from './requests/request-dispatcher.js';
import { RequestHandlers } from './requests/request-handlers.js';
import { Sequence } from './ordering/sequence.js';
import { SlowReaders } from './delivery/slow-readers.js';
import { SocketWriter } from './delivery/socket-writer.js';
import { Stop } from './stop/stop.js';
import { Tail } from './ordering/tail.js';
import { Typing } from './typing.js';
import { Views } from './views.js';
import { Welcome } from './welcome.js';

@Module({
  imports: [AuthModule, RoomsModule, MessagesModule],
  providers: [
    Acquaintance,
    Amends,
    Attendance,
    Audience,
    ChatGateway,
    Circle,
    Connections,
    Delivery,
    FanOut,
    Figures,
    GatewayCounters,
    Gathering,
    Greeting,
    Handshake,
    HeldAnswers,
    Instances,
    Monitoring,
    Moves,
    Outlook,
    OwnInstance,
    Presence,
    PresenceNews,
    PresenceWriter,
    Rates,
    ReceiptGate,
    Reconciliation,
    Reminders,
    RequestDispatcher,
    RequestHandlers,
    Roster,
    RoundTrips,
    SeenNotes,
    Sequence,
    SlowReaders,
    SocketWriter,
    Stop,
    Survey,
    Tail,
    Typing,
    Views,
    Vitals,
    Welcome,
  ],
  exports: [GatewayCounters, Instances, Roster, Survey],
})
export class GatewayModule {}
