import { Injectable } from '@nestjs/common';
import type { Instance } from '#shared';
import { Connections } from '../connections/connections.js';
import { GatewayCounters } from '../gateway-counters.js';
import { OwnInstance } from './own-instance.js';
import { Rates } from './rates.js';
import { Vitals } from './vitals.js';

/** What this instance tells of itself. */
@Injectable()
export class Figures {
  constructor(
    private readonly own: OwnInstance,
    private readonly counters: GatewayCounters,
    private readonly rates: Rates,
    private readonly vitals: Vitals,
    private readonly connections: Connections,
  ) {}

  /** Reads everything off; rates and delays are those since the last readings. */
  read(): Instance {
    const { id, name, startedAt } = this.own;
    return {
      id,
      name,
      startedAt,
      sockets: this.counters.sockets,
      users: this.counters.users,
      slowReaders: this.connections.countSlow(),
      ...this.rates.read(),
      ...this.vitals.read(),
    };
  }
}
