import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Event } from '#shared';
import { CAUTION_MS, EventBus, type BusMessage } from '../../events/event-bus.js';
import { topic } from '../../events/topic.js';
import { Audience } from '../audience.js';
import { Outages } from '../outages.js';
import { Greeting } from '../presence/greeting.js';
import { Reminders } from './reminders.js';
import { SlowReaders } from './slow-readers.js';

const LOOK_EVERY_MS = 250;

/**
 * Makes good what sockets here were not told of cursors, preferences and presence: what they were spared while they were
 * behind, what an outage of the bus kept back, and what their user has come to see by a setting.
 */
@Injectable()
export class Amends implements OnModuleInit, BeforeApplicationShutdown {
  private readonly outages: Outages;
  private timer: NodeJS.Timeout | undefined;
  private stopListening: () => void = () => undefined;
  /** The bus was lost, and nobody was told yet what it kept back. */
  private isOwed = false;
  private againAt = Infinity;

  constructor(
    private readonly audience: Audience,
    private readonly bus: EventBus,
    private readonly slowReaders: SlowReaders,
    private readonly greeting: Greeting,
    private readonly reminders: Reminders,
  ) {
    this.outages = new Outages(bus);
  }

  onModuleInit(): void {
    if (!this.audience.namespace) return;
    this.reminders.begin();
    this.slowReaders.onCaughtUp((socket, { roomIds, presence }) => {
      if (roomIds.size > 0) this.reminders.add(socket, roomIds);
      if (presence) this.greeting.welcome(socket);
    });
    this.stopListening = this.bus.subscribe((message) => this.hear(message));
    if (this.bus.health !== 'alone') this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    this.stopListening();
    this.reminders.stop();
  }

  /** Once the bus is back all are told, however short the outage was, and again when every instance has noticed. */
  private look(): void {
    if (this.outages.look()) this.isOwed = true;
    const isBack = this.isOwed && this.bus.health !== 'degraded';
    if (!isBack && Date.now() < this.againAt) return;
    if (isBack) this.isOwed = false;
    this.againAt = isBack ? Date.now() + CAUTION_MS : Infinity;
    for (const socket of this.audience.all()) this.reminders.add(socket);
  }

  /** Who shows receipts sees those of others: from now on, and what is known already. */
  private hear(message: BusMessage): void {
    if (message.to !== 'user' || !message.events.some(showsReceipts)) return;
    for (const socket of this.audience.socketsIn(topic.user(message.userId))) this.reminders.add(socket);
  }
}

const showsReceipts = (event: Event): boolean =>
  event.type === 'account.updated' && event.account.settings.shareReceipts;
