import {
  Events,
  REQUESTS,
  Ready,
  type ClientToServer,
  type Event,
  type EventOf,
  type EventType,
  type RequestAck,
  type RequestName,
  type RequestPayload,
  type ServerToClient,
} from '#shared';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { WebSocket } from 'ws';

interface Credentials {
  readonly cookie?: string;
  readonly token?: string;
  readonly origin?: string;
}

/** A refused handshake: what the client learns of it. */
export interface ConnectError extends Error {
  readonly data?: { readonly code: string; readonly detail: string };
}

/** A socket as a client holds it: everything that it was told, in order, validated against the contract. */
export class SocketClient {
  readonly events: Event[] = [];
  /** The sizes of the `events` packets. */
  readonly packets: number[] = [];
  ended: string | undefined;
  /** The WebSocket close code, once the connection is gone. */
  code: number | undefined;

  private constructor(
    readonly socket: Socket<ServerToClient, ClientToServer>,
    readonly ready: Ready,
  ) {}

  /**
   * Connects and waits for `ready`. Rejects with the `connect_error` of a refused handshake, and where the connection goes
   * before it is ready.
   */
  static connect(baseUrl: string, { cookie, token, origin }: Credentials): Promise<SocketClient> {
    const socket: Socket<ServerToClient, ClientToServer> = io(baseUrl, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(token !== undefined && { auth: { token } }),
      extraHeaders: { ...(cookie !== undefined && { cookie }), ...(origin !== undefined && { origin }) },
    });
    return new Promise((resolve, reject) => {
      const early: Event[][] = [];
      socket.on('events', (packet) => early.push(packet));
      socket.on('connect_error', (error) => {
        socket.disconnect();
        reject(error);
      });
      socket.on('disconnect', (reason) => reject(new Error(`gone before it was ready: ${reason}`)));
      socket.on('ready', (ready) => {
        const client = new SocketClient(socket, Ready.parse(ready));
        socket.off('events');
        for (const packet of early) client.take(packet);
        socket.on('events', (packet) => client.take(packet));
        socket.on('disconnect', (_reason, details) => (client.code = codeOf(details)));
        socket.on('session:ended', ({ reason }) => (client.ended = reason));
        resolve(client);
      });
    });
  }

  /** Sends a request of the contract and waits for its acknowledgement. */
  async request<N extends RequestName>(name: N, payload: RequestPayload<N>): Promise<RequestAck<N>> {
    return REQUESTS[name].ack.parse(await this.raw(name, payload)) as RequestAck<N>;
  }

  /** Sends anything, and gives back whatever the acknowledgement holds. */
  raw(name: string, ...args: unknown[]): Promise<unknown> {
    return (this.socket as Socket).timeout(10_000).emitWithAck(name, ...args);
  }

  /** Sends anything, and asks for no acknowledgement. */
  tell(name: string, ...args: unknown[]): void {
    (this.socket as Socket).emit(name, ...args);
  }

  /** Resolves with the first event of a type that fits, come or to come. */
  async event<T extends EventType>(type: T, fits: (event: EventOf<T>) => boolean = () => true): Promise<EventOf<T>> {
    const find = () => this.of(type).find(fits);
    await expect.poll(find, { timeout: 20_000, message: `an event ${type}` }).toBeDefined();
    return find() as EventOf<T>;
  }

  of<T extends EventType>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  /** All that was sent to this socket before now has arrived: the server answers in order. */
  async settled(): Promise<void> {
    await this.request('room:view', { roomId: null });
  }

  /** Resolves when the server has closed the socket. */
  async closed(): Promise<void> {
    await expect.poll(() => this.socket.connected, { timeout: 20_000 }).toBe(false);
  }

  /** Stops reading: what is sent to it stays where it is. */
  pause(): void {
    this.connection.pause();
  }

  resume(): void {
    this.connection.resume();
  }

  close(): void {
    this.socket.disconnect();
  }

  /** In Node the transport is a socket of `ws`. */
  private get connection(): WebSocket {
    return (this.socket.io.engine.transport as unknown as { ws: WebSocket }).ws;
  }

  private take(packet: Event[]): void {
    this.packets.push(packet.length);
    this.events.push(...Events.parse(packet));
  }
}

/** The driver hands the close event over as what the disconnection came from. */
function codeOf(details: unknown): number | undefined {
  const { context } = (details ?? {}) as { context?: { code?: number } };
  return context?.code;
}
