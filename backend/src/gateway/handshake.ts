import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { ExtendedError } from 'socket.io';
import { SessionsService } from '../auth/sessions.service.js';
import { UsersService } from '../auth/users.service.js';
import { tokenFrom } from '../auth/token.js';
import { toAckError } from '../common/ack.js';
import { unauthenticated } from '../common/domain-error.js';
import type { ParleySocket } from './parley-socket.js';

type Next = (error?: ExtendedError) => void;

/** Lets a socket in by its session, from `auth.token` or from the cookie, before it is connected. */
@Injectable()
export class Handshake {
  constructor(
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
  ) {}

  /** A Socket.IO middleware; a refusal reaches the client as `connect_error` with `data.code`. */
  readonly middleware = (socket: ParleySocket, next: Next): void => {
    this.authenticate(socket).then(
      () => next(),
      (reason: unknown) => next(refusal(reason)),
    );
  };

  private async authenticate(socket: ParleySocket): Promise<void> {
    const identity = await this.sessions.authenticate(handshakeToken(socket));
    if (!identity) throw unauthenticated();
    const { settings } = await this.users.account(identity.userId);
    socket.data.identity = identity;
    socket.data.showsReceipts = settings.shareReceipts;
    socket.data.viewedRoomId = null;
    socket.data.underWay = 0;
  }
}

function handshakeToken({ handshake }: ParleySocket): string | null {
  const given: unknown = handshake.auth['token'];
  return tokenFrom(typeof given === 'string' ? { authorization: `Bearer ${given}` } : handshake.headers);
}

/** Why a socket is not let in, as `connect_error` carries it. */
export function refusal(reason: unknown): ExtendedError {
  const { code, detail } = toAckError(reason);
  return Object.assign(new Error(detail), { data: { code, detail } });
}

/**
 * True for requests that may open a socket: those of the page that this server gave out, and those of programs,
 * which send no `Origin`. WebSockets know no CORS, so this is what keeps foreign pages from using the cookie.
 */
export function isOriginAllowed({ headers }: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
