import { inject, Injectable } from '@angular/core';
import { RealtimeClient, type ConnectionState } from './realtime-client';

export type { ConnectionState };

/** What the rest of the client may know about the connection, and the one thing it may ask. */
@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly client = inject(RealtimeClient);

  readonly state = this.client.state;

  /** Tries to connect at once instead of waiting for the next turn. */
  retryNow(): void {
    this.client.retryNow();
  }
}
