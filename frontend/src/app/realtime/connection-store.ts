import { inject, Injectable } from '@angular/core';
import type { Connection } from './connection';
import { RealtimeClient, type ConnectionState } from './realtime-client';

export type { Connection, ConnectionState };

/** What the rest of the client may know about the connection, and the one thing it may ask. */
@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly client = inject(RealtimeClient);

  /** How the connection stands, with what is known about the next try. */
  readonly connection = this.client.connection;
  readonly connection$ = this.client.connection$;
  readonly state = this.client.state;

  /** Tries to connect at once instead of waiting for the next turn. */
  retryNow(): void {
    this.client.retryNow();
  }
}
