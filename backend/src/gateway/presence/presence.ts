import { Injectable } from '@nestjs/common';
import type { Event } from '#shared';
import { EventBus, type BusMessage } from '../../events/event-bus.js';
import type { ParleyNamespace } from '../parley-socket.js';
import { Attendance } from './attendance.js';
import { Greeting } from './greeting.js';
import { PresenceNews } from './presence-news.js';
import { SeenNotes } from './seen-notes.js';

/** Keeps presence going: follows who comes and goes here, and what changes whom it concerns. */
@Injectable()
export class Presence {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly attendance: Attendance,
    private readonly greeting: Greeting,
    private readonly news: PresenceNews,
    private readonly seenNotes: SeenNotes,
  ) {}

  begin(sockets: ParleyNamespace): void {
    this.news.begin();
    this.seenNotes.begin();
    this.attendance.watch(sockets);
    this.stopListening = this.bus.subscribe((message) => this.hear(message));
  }

  /** Ends it, and stores that all who are here were here until now. Rejects if the database does not take it. */
  async finish(): Promise<void> {
    this.stopListening();
    this.attendance.stop();
    this.greeting.stop();
    this.news.stop();
    await this.seenNotes.finish();
  }

  private hear(message: BusMessage): void {
    if (message.to === 'room') for (const event of message.events) this.noteNewMember(event);
    if (message.to === 'user' && message.events.some(changesOutlook)) this.greeting.repeat(message.userId);
  }

  private noteNewMember(event: Event): void {
    if (event.type === 'member.updated' && event.member.leftAt === null) this.news.repeat(event.member.user.id);
  }
}

/** A setting may have changed, or there is a new direct room. */
const changesOutlook = (event: Event): boolean =>
  event.type === 'account.updated' || (event.type === 'room.added' && event.room.kind === 'direct');
