import { Injectable } from '@nestjs/common';
import { Batch } from '../../common/batch.js';
import { EventBus } from '../../events/event-bus.js';
import type { ParleyNamespace } from '../parley-socket.js';
import { Acquaintance } from './acquaintance.js';

const USER = 'user:';
/** What a storm of newcomers needs is asked for together. */
const GATHER_MS = 50;
/** A reload, or a tab that finds its connection again, is no going. */
const GRACE_MS = 5_000;
const SWEEP_MS = 500;

/** Who has a socket here, or had one until a moment ago. */
@Injectable()
export class Attendance {
  private readonly newcomers = new Batch<string, true>(GATHER_MS, (users) => this.acquaint([...users.keys()]));
  /** Since when those who were here have no socket. */
  private readonly leaving = new Map<string, number>();
  private readonly present = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  private hasMissed = false;

  constructor(
    private readonly acquaintance: Acquaintance,
    private readonly bus: EventBus,
  ) {}

  watch({ adapter }: ParleyNamespace): void {
    adapter.on('create-room', (name: string) => {
      if (name.startsWith(USER)) this.came(name.slice(USER.length));
    });
    adapter.on('delete-room', (name: string) => {
      if (name.startsWith(USER)) this.leaving.set(name.slice(USER.length), performance.now());
    });
    this.timer = setInterval(() => {
      this.sweep();
      this.makeUpForOutage();
    }, SWEEP_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.newcomers.stop();
  }

  /** What is known of somebody has changed, and is asked for again; of who is not here nothing is known. */
  refresh(userId: string): void {
    if (this.present.has(userId)) this.newcomers.add(userId, true);
  }

  /** Resolves once all who are here are known. Rejects if they cannot be at the moment. */
  settled(): Promise<void> {
    return this.newcomers.flush();
  }

  private came(userId: string): void {
    this.leaving.delete(userId);
    this.present.add(userId);
    // Also of who is back: what they changed on another instance meanwhile was not heard here.
    this.newcomers.add(userId, true);
  }

  private async acquaint(userIds: readonly string[]): Promise<void> {
    await this.acquaintance.make(userIds, (userId) => this.present.has(userId));
  }

  private sweep(): void {
    for (const [userId, since] of this.leaving) {
      // They stand in the order of their going.
      if (performance.now() - since < GRACE_MS) return;
      this.leaving.delete(userId);
      this.present.delete(userId);
      this.acquaintance.end(userId);
    }
  }

  /** Settings that were changed on another instance while the bus was degraded were not heard of. */
  private makeUpForOutage(): void {
    if (this.bus.health === 'degraded') {
      this.hasMissed = true;
    } else if (this.hasMissed) {
      this.hasMissed = false;
      for (const userId of this.present) this.newcomers.add(userId, true);
    }
  }
}
