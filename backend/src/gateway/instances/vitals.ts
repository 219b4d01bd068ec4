import { Injectable } from '@nestjs/common';
import type { Instance } from '#shared';
import { EventLoop } from '../../common/event-loop.js';
import { DatabaseProbe } from '../../database/database-probe.js';
import { EventBus } from '../../events/event-bus.js';

const WORST = 0.99;
const ONE_SECOND_MS = 1_000;

type VitalsNow = Pick<Instance, 'loopDelayMs' | 'memoryBytes' | 'bus' | 'database'>;

/** How the process is, and whether it has what it needs. */
@Injectable()
export class Vitals {
  private readonly eventLoop = new EventLoop();
  private database: Instance['database'] = 'ok';
  private isProbing = false;

  constructor(
    private readonly bus: EventBus,
    private readonly probe: DatabaseProbe,
  ) {}

  begin(): void {
    this.eventLoop.start();
  }

  stop(): void {
    this.eventLoop.stop();
  }

  /** The event loop since the last reading, the rest now. A database that has not answered since then is down. */
  read(): VitalsNow {
    const [loopDelay = 0] = this.eventLoop.read([WORST]);
    if (this.isProbing) this.database = 'down';
    else void this.ask();
    const memoryBytes = process.memoryUsage.rss();
    return { loopDelayMs: loopDelay * ONE_SECOND_MS, memoryBytes, bus: this.bus.health, database: this.database };
  }

  private async ask(): Promise<void> {
    this.isProbing = true;
    this.database = (await this.probe.isUp()) ? 'ok' : 'down';
    this.isProbing = false;
  }
}
