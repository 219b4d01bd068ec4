import { Injectable, signal } from '@angular/core';
import { PROTOCOL_VERSION } from '#shared';

/** Whether the server was heard to speak another version of the protocol than this page, which only a new page mends. */
@Injectable({ providedIn: 'root' })
export class ServerProtocol {
  private readonly other = signal(false);

  readonly isOther = this.other.asReadonly();

  /** Takes in a version that the server says it speaks. */
  hear(version: number): void {
    if (version !== PROTOCOL_VERSION) this.other.set(true);
  }
}
