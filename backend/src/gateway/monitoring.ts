import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Audience } from './audience.js';
import { RoundTrips } from './connections/round-trips.js';
import { Survey } from './connections/survey.js';
import { Instances } from './instances/instances.js';
import type { ParleyNamespace } from './parley-socket.js';
import { Presence } from './presence/presence.js';

/**
 * Begins and ends what watches the sockets: who is there, how they fare, and what other instances know of it. No gateway of
 * Nest's: a second one would cost every connection more memory than all that is kept here.
 */
@Injectable()
export class Monitoring implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(Monitoring.name);
  private isWatching = false;

  constructor(
    private readonly audience: Audience,
    private readonly presence: Presence,
    private readonly instances: Instances,
    private readonly survey: Survey,
    private readonly roundTrips: RoundTrips,
  ) {}

  onModuleInit(): void {
    if (this.audience.namespace) this.begin(this.audience.namespace);
  }

  /** Says goodbye before the sockets are closed, so that nobody looks for their people here. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.isWatching) return;
    this.survey.stop();
    this.instances.leave();
    await this.presence.finish().catch((error: unknown) => this.logger.debug(error));
  }

  private begin(sockets: ParleyNamespace): void {
    this.isWatching = true;
    sockets.on('connection', (socket) => this.roundTrips.watch(socket));
    this.presence.begin(sockets);
    this.instances.begin();
    this.survey.begin();
  }
}
