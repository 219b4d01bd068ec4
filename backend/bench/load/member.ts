import { randomUUID } from 'node:crypto';
import type { Event, Message } from '#shared';
import { nowMicros } from './clock.js';
import { messagesIn, RoomLog, sentAt } from './room-log.js';
import type { Tally } from './tally.js';
import { Wire } from './wire.js';

const PADDING = 'x'.repeat(60);
const PING = 0x32;
const EVENTS = Buffer.from('42["events",');

export interface Head {
  readonly roomId: string;
  readonly lastSeq: number;
  readonly rev: number;
}

/** Asks the server for what is newer than a revision. */
export type CatchUp = (roomId: string, rev: number, token: string) => Promise<Message[]>;

/** One member of one room on one socket. Whatever it is told has to continue what it holds, message by message. */
export class Member {
  room: RoomLog | undefined;
  roomId = '';
  lastSeq = 0;
  /** Where it stood when it first came in. */
  base = 0;
  received = 0;
  /** Milliseconds that an answer is followed by before the next message; null while it does not send. */
  private pauseMs: number | null = null;
  private rev = 0;
  private wire: Wire | undefined;
  /** What came before this member knew where it stands. */
  private held: Message[] | null = [];
  /** What it asked for, and may yet be told. */
  private readonly fetched = new Set<number>();
  private asked = 0;
  private onReady: (() => void) | undefined;
  private onFailure: ((error: Error) => void) | undefined;

  constructor(
    private readonly token: string,
    private readonly rooms: Map<string, RoomLog>,
    private readonly tally: Tally,
    private readonly catchUp: CatchUp,
  ) {}

  get isWaiting(): boolean {
    return this.asked > 0 || this.held !== null;
  }

  /** Connects; resolves once the member knows where its room stands and holds all of it. */
  open(url: URL): Promise<void> {
    this.held = [];
    return new Promise((resolve, reject) => {
      this.onReady = resolve;
      this.onFailure = reject;
      this.wire = new Wire(url, {
        text: (payload) => this.hear(payload),
        closed: () => reject(new Error('The server closed the connection.')),
      });
    });
  }

  /** Gone without a word; what it held stays. */
  drop(): void {
    this.wire?.drop();
    this.wire = undefined;
    this.asked = 0;
  }

  /** Sends a message, and the next when that one is acknowledged, until `hush`. */
  speak(pauseMs: number): void {
    this.pauseMs = pauseMs;
    this.send();
  }

  hush(): void {
    this.pauseMs = null;
  }

  private send(): void {
    if (this.pauseMs === null) return;
    this.asked += 1;
    const body = `${Math.round(nowMicros())} ${PADDING}`;
    const payload = { roomId: this.roomId, clientId: randomUUID(), body };
    this.wire?.send(`421["message:send",${JSON.stringify(payload)}]`);
  }

  private hear(payload: Buffer): void {
    const kind = payload[0];
    if (kind === PING) return this.wire?.send('3');
    if (kind === 0x30) return this.wire?.send(`40${JSON.stringify({ token: this.token })}`);
    if (payload[1] === 0x32) return this.event(payload);
    if (payload[1] === 0x33) return this.acknowledged(payload);
    if (payload[1] === 0x34) this.onFailure?.(new Error(payload.toString()));
  }

  private event(payload: Buffer): void {
    const isEvents = payload.subarray(0, EVENTS.length).equals(EVENTS);
    const packet = isEvents && !this.held ? this.room?.known(this.lastSeq + 1, payload) : undefined;
    if (packet) {
      this.lastSeq += packet.count;
      this.rev = packet.last.rev;
      this.received += packet.count;
      return this.tally.took(packet);
    }
    const [name, data] = JSON.parse(payload.toString('utf8', 2)) as [string, unknown];
    if (name === 'ready') return this.ready((data as { heads: Head[] }).heads);
    if (name !== 'events') return;
    const messages = messagesIn(data as Event[]);
    if (this.held) this.held.push(...messages);
    else this.takeAll(messages, payload);
  }

  private takeAll(messages: readonly Message[], payload: Buffer): void {
    this.room?.remember(payload, messages);
    const news = messages.filter((message) => this.continues(message));
    if (news.length > 0) this.tally.took({ sentAt: news.map(sentAt) });
    const ahead = messages.filter(({ seq }) => seq > this.lastSeq);
    if (ahead.length > 0) this.leapt(ahead);
  }

  private continues(message: Message): boolean {
    if (message.seq > this.lastSeq + 1) return false;
    // What was fetched may still be told; what was told may not be told again.
    if (message.seq <= this.lastSeq && !this.fetched.delete(message.seq)) this.tally.duplicates += 1;
    if (message.seq <= this.lastSeq) return false;
    this.take(message);
    return true;
  }

  /** What came does not continue what is held: what lies between is asked for, as every client does. */
  private leapt(ahead: readonly Message[]): void {
    this.tally.gaps += 1;
    this.held = [...ahead];
    this.fetch();
  }

  private take(message: Message): void {
    this.lastSeq = message.seq;
    this.rev = message.rev;
    this.received += 1;
    if (this.room) this.room.head = Math.max(this.room.head, message.seq);
  }

  private ready([head]: readonly Head[]): void {
    if (!head) return this.onFailure?.(new Error('A member of the bench has one room.'));
    if (this.roomId === '') this.settle(head);
    if (head.lastSeq === this.lastSeq) return this.resume([]);
    return this.fetch();
  }

  private fetch(): void {
    this.catchUp(this.roomId, this.rev, this.token).then(
      (missed) => this.resume(missed),
      (error: unknown) => this.onFailure?.(error as Error),
    );
  }

  private settle({ roomId, lastSeq, rev }: Head): void {
    Object.assign(this, { roomId, lastSeq, rev, base: lastSeq });
    this.room = this.rooms.get(roomId) ?? new RoomLog();
    this.room.head = Math.max(this.room.head, lastSeq);
    this.rooms.set(roomId, this.room);
  }

  /** What was missed and what came meanwhile may overlap: the one is a picture, the other the news. */
  private resume(missed: readonly Message[]): void {
    const held = this.held ?? [];
    const told = new Set(held.map(({ seq }) => seq));
    for (const { seq } of missed) if (!told.has(seq)) this.fetched.add(seq);
    const messages = [...missed, ...held].sort((one, other) => one.seq - other.seq);
    this.held = null;
    const news: Message[] = [];
    for (const message of messages) {
      if (message.seq <= this.lastSeq) continue;
      this.take(message);
      news.push(message);
    }
    if (news.length > 0) this.tally.took({ sentAt: news.map(sentAt) });
    this.onReady?.();
  }

  private acknowledged(payload: Buffer): void {
    const json = payload.toString('utf8', payload.indexOf('['));
    const [answer] = JSON.parse(json) as [{ ok: true; message: Message } | { ok: false }];
    this.asked -= 1;
    if (answer.ok) this.tally.acknowledged();
    else this.tally.refused += 1;
    if (answer.ok && this.room) this.room.head = Math.max(this.room.head, answer.message.seq);
    if (this.pauseMs === null) return;
    if (this.pauseMs === 0) this.send();
    else setTimeout(() => this.send(), this.pauseMs);
  }
}
