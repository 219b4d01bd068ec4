import { DecimalPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Connection, Instance } from '#shared';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { SkeletonRows } from '../ui/skeleton-rows';
import { Sparkline } from '../ui/sparkline';
import { amount, lasted } from './measures';
import { isUnwell, sumOf } from './monitor-history';
import { MonitorStore } from './monitor-store';

/** The installation, live: how many are connected, through which instance, and how well. */
@Component({
  selector: 'parley-admin-page',
  imports: [Avatar, DecimalPipe, Icon, MatButton, RouterLink, SkeletonRows, Sparkline],
  providers: [MonitorStore],
  templateUrl: './admin-page.html',
  styleUrls: ['../rooms/directory/list-page.css', './admin-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminPage {
  protected readonly store = inject(MonitorStore);
  protected readonly monitor = computed(() => this.store.history()?.last ?? null);

  protected readonly figures = computed(() => {
    const history = this.store.history();
    if (!history) return null;
    return {
      // The list knows who has just come before the instances have counted them.
      connections: Math.max(sumOf(history.last, 'sockets'), history.last.connections.length),
      events: sumOf(history.last, 'events'),
      peakEvents: history.peakEvents,
      slowReaders: sumOf(history.last, 'slowReaders'),
    };
  });

  protected readonly instances = computed(() => {
    const history = this.store.history();
    return (history?.last.instances ?? []).map((instance) => ({
      ...instance,
      line: history?.lines[instance.id] ?? [],
      unwell: isUnwell(instance),
      troubles: troublesOf(instance),
      up: lasted(Date.parse(history?.last.at ?? '') - Date.parse(instance.startedAt)),
    }));
  });

  protected readonly connections = computed(() => {
    const monitor = this.monitor();
    const names = new Map(monitor?.instances.map(({ id, name }) => [id, name]));
    return (monitor?.connections ?? []).map((connection) => ({
      ...connection,
      instance: names.get(connection.instanceId) ?? '',
      connected: lasted(Date.parse(monitor?.at ?? '') - Date.parse(connection.connectedAt)),
      waiting: amount(connection.waitingBytes),
      stateLabel: STATES[connection.state].label(),
      stateIcon: STATES[connection.state].icon,
    }));
  });
}

interface State {
  readonly icon: IconName;
  readonly label: () => string;
}

const STATES: Readonly<Record<Connection['state'], State>> = {
  healthy: { icon: 'check', label: () => $localize`:@@connectionHealthy:Healthy` },
  hidden: { icon: 'screen', label: () => $localize`:@@connectionHidden:Tab hidden` },
  slow: { icon: 'clock', label: () => $localize`:@@connectionSlow:Slow reader` },
};

/** What is wrong with an instance, in words. */
function troublesOf({ bus, database }: Instance): readonly string[] {
  return [
    ...(bus === 'degraded' ? [$localize`:@@redisGone:Redis does not answer`] : []),
    ...(database === 'down' ? [$localize`:@@databaseGone:The database does not answer`] : []),
  ];
}
