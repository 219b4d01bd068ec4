import { Injectable } from '@nestjs/common';
import { LastSeenService } from '../../auth/last-seen.service.js';
import { Batch } from '../../common/batch.js';
import { now } from '../../common/time.js';
import { Instances } from '../instances/instances.js';
import { OwnInstance } from '../instances/own-instance.js';
import { Roster } from './roster.js';

/** Nobody reads it before the one who went is asked for, so many are stored together. */
const GATHER_MS = 1_000;

/**
 * Stores when people were last online. The instance that had the last socket does; for one that was killed, one of the
 * others; one that stops does for all who are on it. Of who hides it nothing is stored.
 */
@Injectable()
export class SeenNotes {
  private readonly notes = new Batch<string, true>(GATHER_MS, (users) => this.store([...users.keys()]));

  constructor(
    private readonly lastSeen: LastSeenService,
    private readonly instances: Instances,
    private readonly roster: Roster,
    private readonly own: OwnInstance,
  ) {}

  begin(): void {
    this.instances.onGone((userId) => this.notes.add(userId, true));
  }

  /** Stores what waits, and that all who are here were here until now. */
  async finish(): Promise<void> {
    for (const userId of this.roster.peopleOf(this.own.id).shown) this.notes.add(userId, true);
    await this.notes.flush();
    this.notes.stop();
  }

  private store(userIds: readonly string[]): Promise<void> {
    return this.lastSeen.note(userIds, now());
  }
}
