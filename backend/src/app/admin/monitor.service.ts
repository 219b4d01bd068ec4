import { Injectable } from '@nestjs/common';
import type { Connection, Monitor } from '#shared';
import { LastSeenService } from '../../auth/last-seen.service.js';
import { UsersService } from '../../auth/users.service.js';
import { now } from '../../common/time.js';
import { Survey } from '../../gateway/connections/survey.js';
import { Instances } from '../../gateway/instances/instances.js';
import { Roster } from '../../gateway/presence/roster.js';

/** What an admin sees of the running installation. */
@Injectable()
export class MonitorService {
  constructor(
    private readonly instances: Instances,
    private readonly roster: Roster,
    private readonly survey: Survey,
    private readonly users: UsersService,
    private readonly lastSeen: LastSeenService,
  ) {}

  /** All instances that are up, and their connections that fare worst; takes half a second at most. */
  async look(): Promise<Monitor> {
    const [connections, usersInAll] = await Promise.all([this.connections(), this.lastSeen.headcount()]);
    const instances = this.instances.all();
    return { at: now(), usersOnline: this.roster.count(), usersInAll, instances, connections };
  }

  private async connections(): Promise<Connection[]> {
    const worst = await this.survey.worst();
    const users = await this.users.byIds([...new Set(worst.map(({ userId }) => userId))]);
    return worst.flatMap(({ userId, ...facts }) => {
      const user = users.get(userId);
      return user ? [{ ...facts, user }] : [];
    });
  }
}
