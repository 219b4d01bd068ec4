import { randomUUID } from 'node:crypto';
import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { EventBus, topicOf, type BusHealth, type BusListener, type BusMessage } from './event-bus.js';
import { Heartbeat } from './heartbeat.js';
import { LocalListeners } from './local-listeners.js';
import { received } from './received.js';
import type { Topic } from './topic.js';

const PREFIX = 'parley:';
const ID_LENGTH = 36;
const CHANNELS_PER_COMMAND = 1_000;

/**
 * A command fails at once while the connection is gone, and soon while the server hangs. What was not answered stays in the driver
 * until a hung connection is given up: so nothing queues up for longer than that.
 */
const OPTIONS: RedisOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  enableAutoPipelining: true,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 1_000,
  socketTimeout: 2_000,
  connectTimeout: 2_000,
  retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 2_000) * (0.5 + Math.random() / 2),
};

/**
 * The bus between instances. A message is encoded once and published once, to a channel that only the instances with
 * listeners subscribe to. Whether Redis carries anything is not asked of the driver, which may say "ready" to a hung
 * server, but found out: by a heartbeat that has to come back through it.
 */
export class RedisEventBus extends EventBus implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('EventBus');
  private readonly instanceId = randomUUID();
  private readonly listeners = new LocalListeners();
  private readonly followed = new Set<Topic>();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly heartbeat: Heartbeat;
  private pending: Promise<unknown> = Promise.resolve();

  constructor(url: string) {
    super();
    this.publisher = new Redis(url, OPTIONS);
    this.subscriber = new Redis(url, OPTIONS);
    this.heartbeat = new Heartbeat({
      beat: (beat) => this.beat(beat),
      revived: () => this.subscribeAll(),
      changed: (health) => this.report(health),
    });
  }

  get health(): BusHealth {
    return this.heartbeat.isAlive ? 'ok' : 'degraded';
  }

  get losses(): number {
    return this.heartbeat.deaths;
  }

  onModuleInit(): void {
    this.subscriber.on('message', (channel, text) => this.receive(channel, text));
    this.subscriber.on('ready', () => void this.subscribeAll().catch(ignored));
    for (const connection of [this.publisher, this.subscriber]) {
      // The heartbeat reports what matters; an unheard error event would end the process.
      connection.on('error', ignored);
      connection.on('close', () => this.heartbeat.lost());
      connection.connect().catch(ignored);
    }
    this.heartbeat.start();
  }

  onApplicationShutdown(): void {
    this.heartbeat.stop();
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  publish(...messages: readonly BusMessage[]): void {
    // On their way first: telling a large room here takes milliseconds, in which the others can be at it too.
    if (this.health !== 'degraded') this.send(messages);
    for (const message of messages) this.listeners.tell(message);
  }

  subscribe(listener: BusListener): () => void {
    return this.listeners.add(listener);
  }

  follow(topic: Topic): void {
    this.followed.add(topic);
    this.track(this.subscriber.subscribe(PREFIX + topic));
  }

  unfollow(topic: Topic): void {
    this.followed.delete(topic);
    this.track(this.subscriber.unsubscribe(PREFIX + topic));
  }

  async settled(): Promise<void> {
    await this.pending;
  }

  /**
   * While nothing comes back the subscriber is asked something as well: the driver gives up a connection that says nothing only
   * where it waits for an answer, and one that is half open may be silent for ever.
   */
  private async beat(beat: number): Promise<void> {
    const asked = this.health === 'degraded' ? this.subscriber.subscribe(this.beatChannel).catch(ignored) : undefined;
    await this.publisher.publish(this.beatChannel, String(beat));
    await asked;
  }

  /** One write to the connection, at once; whether anybody hears it is not waited for. */
  private send(messages: readonly BusMessage[]): void {
    const pipeline = this.publisher.pipeline();
    for (const message of messages) {
      pipeline.publish(PREFIX + topicOf(message), this.instanceId + JSON.stringify(message));
    }
    pipeline.exec().catch(ignored);
  }

  /** Commands of one connection are answered in order, so the last one answers for those before it. */
  private track(command: Promise<unknown>): void {
    this.pending = command.catch(ignored);
  }

  private async subscribeAll(): Promise<void> {
    const channels = [this.beatChannel, ...[...this.followed].map((topic) => PREFIX + topic)];
    for (let start = 0; start < channels.length; start += CHANNELS_PER_COMMAND) {
      await this.subscriber.subscribe(...channels.slice(start, start + CHANNELS_PER_COMMAND));
    }
  }

  private receive(channel: string, text: string): void {
    if (channel === this.beatChannel) this.heartbeat.heard(Number(text));
    else if (!text.startsWith(this.instanceId)) this.take(channel, text.slice(ID_LENGTH));
  }

  /** Whoever reaches Redis can say anything there; an error in the driver's callback would end the process. */
  private take(channel: string, text: string): void {
    try {
      this.listeners.tell(received(text));
    } catch (error) {
      this.logger.warn(`What came over ${channel} is left out, it cannot be read: ${(error as Error).message}`);
    }
  }

  private report(health: BusHealth): void {
    if (health === 'ok') this.logger.log('Redis is back: events go between instances again.');
    else this.logger.warn('Redis does not answer: what other instances write is read from the database until it does.');
  }

  private get beatChannel(): string {
    return `${PREFIX}beat:${this.instanceId}`;
  }
}

const ignored = (): void => undefined;
