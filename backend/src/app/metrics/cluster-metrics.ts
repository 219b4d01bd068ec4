import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Instances } from '../../gateway/instances/instances.js';
import { Roster } from '../../gateway/presence/roster.js';
import { Metrics } from './metrics.js';

/** What this instance knows of all that are up. The others told it within the last two seconds. */
@Injectable()
export class ClusterMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly instances: Instances,
    private readonly roster: Roster,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('parley_instances', 'Instances that are up.', () => this.instances.all().length);
    this.metrics.gauge('parley_cluster_sockets', 'Sockets that are open on all instances.', () =>
      this.instances.all().reduce((sum, { sockets }) => sum + sockets, 0),
    );
    this.metrics.gauge('parley_cluster_users', 'People with a socket on any instance, each counted once.', () =>
      this.roster.count(),
    );
  }
}
