import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Histogram, Registry } from 'prom-client';
import { EventLoop } from '../../common/event-loop.js';
import { EventBus } from '../../events/event-bus.js';
import { GatewayCounters, type Outcome } from '../../gateway/gateway-counters.js';
import { CommitMonitor } from '../../messages/commit-monitor.js';
import { DatabaseProbe } from '../../database/database-probe.js';
import { HttpOutcomes } from './http-outcomes.js';
import { gauge, total, type Reading } from './readings.js';

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;
const COMMIT_MESSAGES = [1, 2, 5, 10, 25, 50, 100, 250, 500];
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const LOOP_QUANTILES = [0.5, 0.99];
const MICROSECONDS = 1e6;

/** What this instance does, in Prometheus' words. The rungs below count; here it is read off when it is asked for. */
@Injectable()
export class Metrics implements OnModuleInit, OnApplicationShutdown {
  private readonly registry = new Registry();
  private readonly eventLoop = new EventLoop();

  constructor(
    private readonly gateway: GatewayCounters,
    private readonly commits: CommitMonitor,
    private readonly bus: EventBus,
    private readonly database: DatabaseProbe,
    private readonly http: HttpOutcomes,
  ) {}

  onModuleInit(): void {
    this.eventLoop.start();
    this.describeSockets();
    this.describeRequests();
    this.describeCommits();
    this.describeProcess();
    this.describeNeighbours();
  }

  onApplicationShutdown(): void {
    this.eventLoop.stop();
  }

  /** All metrics as they stand, in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Adds a value that goes up and down, and is read off when it is asked for. */
  gauge(name: string, help: string, read: () => number): void {
    gauge(this.registry, { name, help }, [], () => [{ value: read() }]);
  }

  private describeSockets(): void {
    this.gauge('parley_sockets', 'Sockets that are open on this instance.', () => this.gateway.sockets);
    this.gauge('parley_users', 'People with a socket on this instance.', () => this.gateway.users);
    this.total('parley_joins_total', 'Sockets that came in.', () => this.gateway.joins);
    this.total('parley_leaves_total', 'Sockets that went.', () => this.gateway.leaves);
    this.total('parley_events_sent_total', 'Events, once for each socket they went to.', () => this.gateway.eventsSent);
    this.total('parley_bytes_sent_total', 'Bytes written to sockets.', () => this.gateway.bytesSent);
    this.total(
      'parley_slow_readers_closed_total',
      'Sockets that were closed because their reader was too slow.',
      () => this.gateway.slowReadersClosed,
    );
  }

  private describeRequests(): void {
    const help = 'Requests, by how they came and how they ended.';
    total(this.registry, { name: 'parley_requests_total', help }, ['via', 'outcome'], () => [
      ...outcomes('http', this.http.requests),
      ...outcomes('socket', this.gateway.requests),
    ]);
  }

  private describeCommits(): void {
    const registers = [this.registry];
    const sizes = new Histogram({
      name: 'parley_commit_messages',
      help: 'Messages that were written by one transaction of the message log.',
      buckets: COMMIT_MESSAGES,
      registers,
    });
    const times = new Histogram({
      name: 'parley_commit_seconds',
      help: 'How long a transaction of the message log took until it was durable.',
      buckets: COMMIT_SECONDS,
      registers,
    });
    this.commits.subscribe(({ messages, seconds }) => {
      sizes.observe(messages);
      times.observe(seconds);
    });
  }

  private describeProcess(): void {
    const help = 'How late the event loop is, since the metrics were last read.';
    gauge(this.registry, { name: 'parley_event_loop_delay_seconds', help }, ['quantile'], () =>
      this.eventLoop
        .read(LOOP_QUANTILES)
        .map((value, index) => ({ labels: { quantile: String(LOOP_QUANTILES[index]) }, value })),
    );
    this.total('process_cpu_seconds_total', 'CPU time of the process.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / MICROSECONDS;
    });
    this.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  }

  private describeNeighbours(): void {
    gauge(this.registry, { name: 'parley_database_up', help: '1 while the database answers.' }, [], async () => [
      { value: Number(await this.database.isUp()) },
    ]);
    if (this.bus.health === 'alone') return;
    this.gauge('parley_redis_up', '1 while Redis carries events.', () => Number(this.bus.health === 'ok'));
  }

  private total(name: string, help: string, read: () => number): void {
    total(this.registry, { name, help }, [], () => [{ value: read() }]);
  }
}

const outcomes = (via: string, requests: Readonly<Record<Outcome, number>>): Reading[] =>
  Object.entries(requests).map(([outcome, value]) => ({ labels: { via, outcome }, value }));
