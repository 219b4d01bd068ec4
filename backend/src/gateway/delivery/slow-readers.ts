import { Injectable, Logger } from '@nestjs/common';
import type { Event } from '#shared';
import { backlogOf, cutOff, isBeyond, type Bound } from './backlog.js';
import { GatewayCounters } from '../gateway-counters.js';
import type { ParleyNamespace, ParleySocket } from '../parley-socket.js';

/** From here on a reader is spared what is of the moment only. */
const SPARED: Bound = { packets: 64, bytes: 128 * 1024 };
/** From here on a reader is closed: fetching what it missed costs it less than reading what waits. */
const CLOSED: Bound = { packets: 512, bytes: 1024 * 1024 };
/** Often enough that little is added between two looks. */
const LOOK_EVERY_MS = 100;
/** The WebSocket close code of a reader that was too slow. */
export const TOO_SLOW = 4008;

/** What a reader was not told of while it was behind. */
export interface Spared {
  /** Rooms in which cursors have moved. */
  readonly roomIds: Set<string>;
  presence: boolean;
}

export type CaughtUpListener = (socket: ParleySocket, spared: Spared) => void;

/** Bounds what a socket that does not read makes the server hold. */
@Injectable()
export class SlowReaders {
  private readonly logger = new Logger(SlowReaders.name);
  private readonly written = new Set<string>();
  private readonly spared = new Map<ParleySocket, Spared>();
  private readonly listeners: CaughtUpListener[] = [];
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

  /** Whether a socket is spared these events, all of the moment, since it is behind. What they told of is remembered. */
  spares(socket: ParleySocket, events: readonly Event[]): boolean {
    if (!this.isBehind(socket)) return false;
    for (const event of events) this.remember(socket, event);
    return true;
  }

  /** Tells of each socket that has taken all that waited for it, and was spared something before. */
  onCaughtUp(listener: CaughtUpListener): void {
    this.listeners.push(listener);
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
    for (const [socket, spared] of this.spared) this.lookAfter(socket, spared);
  }

  private lookAfter(socket: ParleySocket, spared: Spared): void {
    if (socket.connected && backlogOf(socket).packets > 0) return;
    this.spared.delete(socket);
    if (socket.connected) for (const listener of this.listeners) listener(socket, spared);
  }

  /** A typing sign is over by the time that it could be told again. */
  private remember(socket: ParleySocket, event: Event): void {
    if (event.type === 'typing') return;
    const spared = this.spared.get(socket) ?? { roomIds: new Set(), presence: false };
    this.spared.set(socket, spared);
    if (event.type === 'presence') spared.presence = true;
    else if ('roomId' in event) spared.roomIds.add(event.roomId);
  }

  private close(socket: ParleySocket): void {
    const { userId } = socket.data.identity;
    this.logger.warn({ userId, behind: backlogOf(socket) }, 'a socket was closed: its reader is too slow');
    this.counters.slowReadersClosed += 1;
    cutOff(socket, TOO_SLOW, 'too slow');
  }
}
