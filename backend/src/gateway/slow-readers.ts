import { Injectable, Logger } from '@nestjs/common';
import { backlogOf, cutOff, isBeyond, type Bound } from './backlog.js';
import { GatewayCounters } from './gateway-counters.js';
import type { ParleyNamespace, ParleySocket } from './parley-socket.js';

/** From here on a reader is spared what is of the moment only. */
const SPARED: Bound = { packets: 64, bytes: 128 * 1024 };
/** From here on a reader is closed: fetching what it missed costs it less than reading what waits. */
const CLOSED: Bound = { packets: 512, bytes: 1024 * 1024 };
/** Often enough that little is added between two looks. */
const LOOK_EVERY_MS = 100;
/** The WebSocket close code of a reader that was too slow. */
export const TOO_SLOW = 4008;

/** Bounds what a socket that does not read makes the server hold. */
@Injectable()
export class SlowReaders {
  private readonly logger = new Logger(SlowReaders.name);
  private readonly written = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly counters: GatewayCounters) {}

  /** Looks after these sockets until `stop`. */
  watch(sockets: ParleyNamespace): void {
    this.timer = setInterval(() => this.look(sockets), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Whether a socket is so far behind that it should not get what will not matter by the time it is read. */
  isBehind(socket: ParleySocket): boolean {
    return isBeyond(socket, SPARED);
  }

  /** Something was sent to the sockets of a Socket.IO room: only these are looked at, so that idle ones cost nothing. */
  wroteTo(room: string): void {
    this.written.add(room);
  }

  private look({ adapter, sockets }: ParleyNamespace): void {
    const ids = [...this.written].flatMap((room) => [...(adapter.rooms.get(room) ?? [])]);
    this.written.clear();
    for (const id of new Set(ids)) {
      const socket = sockets.get(id);
      if (socket && isBeyond(socket, CLOSED)) this.close(socket);
    }
  }

  private close(socket: ParleySocket): void {
    const { userId } = socket.data.identity;
    this.logger.warn({ userId, behind: backlogOf(socket) }, 'a socket was closed: its reader is too slow');
    this.counters.slowReadersClosed += 1;
    cutOff(socket, TOO_SLOW, 'too slow');
  }
}
