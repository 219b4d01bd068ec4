import { LIMITS } from '../limits.js';
import type { DurableEvent, Event } from '../events.js';
import type { Changes } from '../rest.js';
import type { Member, Message, Role, Room, User, Watermark } from '../shapes.js';
import type { Head } from '../socket.js';

const TIME = '2026-01-31T09:30:00.000Z';

const PREFERENCES = { mutedUntil: null, pinnedAt: null, archivedAt: null, markedUnread: false };

export const person = (id: string): User => ({
  id,
  username: id,
  displayName: id,
  about: null,
  avatarUrl: null,
  kind: 'human',
  createdAt: TIME,
});

interface Row {
  member: Member;
  rev: number;
}

/**
 * A room as a server would keep it, in the shortest way that is surely right: what clients have to come to.
 * Each change answers with the events that it makes; one that makes no sense changes nothing and makes none.
 */
export class RoomModel {
  readonly id = 'room';
  private readonly log: Message[] = [];
  private readonly rows = new Map<string, Row>();
  private rev = 0;
  private name = 'General';

  constructor(ownerId: string) {
    this.enter(ownerId, 'owner', this.next());
  }

  join(userId: string): Event[] {
    if (this.present(userId)) return [];
    this.enter(userId, 'member', this.next());
    return [this.memberUpdated(userId), this.roomUpdated()];
  }

  leave(userId: string): Event[] {
    const row = this.present(userId);
    if (row?.member.role !== 'member') return [];
    this.rows.set(userId, { member: { ...row.member, leftAt: TIME }, rev: this.next() });
    return [this.memberUpdated(userId), this.roomUpdated(), this.watermarkUpdated()];
  }

  rename(name: string): Event[] {
    this.name = name;
    return [this.roomUpdated()];
  }

  send(senderId: string, body: string): Event[] {
    if (!this.present(senderId)) return [];
    const seq = this.lastSeq + 1;
    const message: Message = {
      id: `message-${seq}`,
      roomId: this.id,
      seq,
      rev: this.next(),
      senderId,
      clientId: '00000000-0000-4000-8000-000000000000',
      kind: 'text',
      body,
      replyTo: null,
      mentions: this.mentionedIn(body),
      createdAt: TIME,
      editedAt: null,
      deletedAt: null,
    };
    this.log.push(message);
    const created: Event = { type: 'message.created', roomId: this.id, rev: this.rev, message };
    return [created, ...this.moveCursors(senderId, seq)];
  }

  edit(seq: number, body: string): Event[] {
    return this.revise(seq, { body, mentions: this.mentionedIn(body), editedAt: TIME });
  }

  delete(seq: number): Event[] {
    return this.revise(seq, { body: '', mentions: [], deletedAt: TIME });
  }

  read(userId: string, seq: number): Event[] {
    const row = this.present(userId);
    if (!row || seq > this.lastSeq || seq <= row.member.readSeq) return [];
    const watermark = this.moveCursors(userId, seq);
    const { readSeq, deliveredSeq } = this.row(userId).member;
    return [{ type: 'receipt.updated', roomId: this.id, userId, readSeq, deliveredSeq }, ...watermark];
  }

  /** The room as a member sees it. */
  room(userId: string): Room {
    const { role, readSeq, deliveredSeq, joinedAt } = this.row(userId).member;
    return {
      id: this.id,
      ...this.facts,
      lastSeq: this.lastSeq,
      rev: this.rev,
      createdAt: TIME,
      lastMessage: this.log.at(-1) ?? null,
      watermark: this.watermark,
      me: {
        role,
        readSeq,
        deliveredSeq,
        unread: this.lastSeq - readSeq,
        mentions: this.mentionsOf(userId),
        joinedAt,
        ...PREFERENCES,
      },
      peer: null,
    };
  }

  /** The answer of `changes`, the messages in the order of their last change. */
  changes(userId: string, since: number): Changes {
    const messages = this.log.filter(({ rev }) => rev > since).sort((a, b) => a.rev - b.rev);
    const members = [...this.rows.values()].filter(({ rev }) => rev > since).map(({ member }) => member);
    return { room: this.room(userId), messages, members, limited: false };
  }

  head(userId: string): Head {
    const { readSeq, deliveredSeq } = this.row(userId).member;
    const place = { rev: this.rev, lastSeq: this.lastSeq, readSeq, deliveredSeq };
    return { roomId: this.id, ...place, mentions: this.mentionsOf(userId), watermark: this.watermark, ...PREFERENCES };
  }

  /** A page of history: at most `limit` messages before `seq`. */
  before(seq: number, limit: number): Message[] {
    return this.log.slice(0, Math.max(0, seq - 1)).slice(-limit);
  }

  get lastSeq(): number {
    return this.log.length;
  }

  private get facts() {
    const memberCount = [...this.rows.values()].filter(({ member }) => member.leftAt === null).length;
    return { kind: 'public', name: this.name, topic: null, memberCount } as const;
  }

  private revise(seq: number, change: Partial<Message>): Event[] {
    const message = this.log[seq - 1];
    if (message?.deletedAt !== null) return [];
    const revised = { ...message, ...change, rev: this.next() };
    this.log[seq - 1] = revised;
    return [{ type: 'message.updated', roomId: this.id, rev: this.rev, message: revised }];
  }

  private enter(userId: string, role: Role, rev: number): void {
    const cursors = { readSeq: this.lastSeq, deliveredSeq: this.lastSeq };
    this.rows.set(userId, { member: { user: person(userId), role, ...cursors, joinedAt: TIME, leftAt: null }, rev });
  }

  /** Answers with the event about the watermark, if that has moved. */
  private moveCursors(userId: string, seq: number): Event[] {
    const before = this.watermark;
    const row = this.row(userId);
    this.rows.set(userId, { ...row, member: { ...row.member, readSeq: seq, deliveredSeq: seq } });
    return this.watermark.readSeq === before.readSeq ? [] : [this.watermarkUpdated()];
  }

  private watermarkUpdated(): Event {
    return { type: 'watermark.updated', roomId: this.id, ...this.watermark };
  }

  private get watermark(): Watermark {
    const present = [...this.rows.values()].filter(({ member }) => member.leftAt === null);
    return {
      readSeq: Math.min(...present.map(({ member }) => member.readSeq)),
      deliveredSeq: Math.min(...present.map(({ member }) => member.deliveredSeq)),
    };
  }

  private mentionsOf(userId: string): number[] {
    const { readSeq } = this.row(userId).member;
    const mentioning = this.log.filter(({ seq, mentions }) => seq > readSeq && mentions.includes(userId));
    return mentioning.map(({ seq }) => seq).slice(-LIMITS.mentions);
  }

  private mentionedIn(body: string): string[] {
    return [...this.rows.keys()].filter((userId) => body.includes(`@${userId}`));
  }

  private memberUpdated(userId: string): DurableEvent {
    return { type: 'member.updated', roomId: this.id, rev: this.rev, member: this.row(userId).member };
  }

  private roomUpdated(): DurableEvent {
    return { type: 'room.updated', roomId: this.id, rev: this.next(), room: this.facts };
  }

  private row(userId: string): Row {
    const row = this.rows.get(userId);
    if (!row) throw new Error(`${userId} has never been in the room`);
    return row;
  }

  private present(userId: string): Row | null {
    const row = this.rows.get(userId);
    return row?.member.leftAt === null ? row : null;
  }

  private next(): number {
    this.rev += 1;
    return this.rev;
  }
}
