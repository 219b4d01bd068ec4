import { Injectable } from '@nestjs/common';
import { LastSeenService } from '../../auth/last-seen.service.js';
import { CompanyService } from '../../rooms/company.service.js';
import { Instances } from '../instances/instances.js';
import { Circle } from './circle.js';

/** Learns what has to be known of somebody who is here: whether to show it, and to whom it matters. */
@Injectable()
export class Acquaintance {
  constructor(
    private readonly lastSeen: LastSeenService,
    private readonly company: CompanyService,
    private readonly instances: Instances,
    private readonly circle: Circle,
  ) {}

  /**
   * Makes the users known as online here: two queries, however many they are.
   * @param isHere whether a user is still here, once the answers have come
   */
  async make(userIds: readonly string[], isHere: (userId: string) => boolean): Promise<void> {
    const [settings, peers] = await Promise.all([this.lastSeen.of(userIds), this.company.peersOf(userIds)]);
    for (const userId of userIds) {
      if (!isHere(userId)) continue;
      this.circle.put(userId, peers.get(userId) ?? []);
      this.instances.put(userId, settings.get(userId)?.sharePresence === false ? 'hidden' : 'shown');
    }
  }

  /** The user is not here any more. */
  end(userId: string): void {
    this.circle.put(userId, []);
    this.instances.put(userId, undefined);
  }
}
