import { Injectable } from '@nestjs/common';
import type { RequestName, RequestPayload, RequestAck } from '#shared';
import { MessagesService } from '../../messages/messages.service.js';
import { ReceiptsService } from '../../messages/receipts.service.js';
import { Typing } from '../typing.js';
import { Views } from '../views.js';
import type { ParleySocket } from '../parley-socket.js';

type Granted<N extends RequestName> = Omit<Extract<RequestAck<N>, { ok: true }>, 'ok'>;
type Handler<N extends RequestName> = (socket: ParleySocket, payload: RequestPayload<N>) => Promise<Granted<N>>;
type Handlers = { readonly [N in RequestName]: Handler<N> };

/** What each request of the contract does: validated before, acknowledged after. */
@Injectable()
export class RequestHandlers {
  constructor(
    private readonly messages: MessagesService,
    private readonly receipts: ReceiptsService,
    private readonly typing: Typing,
    private readonly views: Views,
  ) {}

  readonly byName: Handlers = {
    'message:send': async (socket, { roomId, ...request }) => {
      const { message } = await this.messages.send(userOf(socket), roomId, request);
      return { message };
    },
    'receipt:read': (socket, { roomId, seq }) => this.receipts.read(userOf(socket), roomId, seq),
    'receipt:delivered': (socket, { roomId, seq }) => this.receipts.deliver(userOf(socket), roomId, seq),
    typing: (socket, { roomId, active }) => this.typing.tell(socket, roomId, active),
    'room:view': (socket, view) => this.views.show(socket, view),
  };
}

const userOf = (socket: ParleySocket): string => socket.data.identity.userId;
