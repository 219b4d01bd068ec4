import type { Provider } from '@angular/core';
import { NEVER, of, type Observable } from 'rxjs';
import { NETWORK, WAKE_UP } from '../wake-up';
import { WIRE, type Wire } from '../wire';

interface Sent {
  readonly name: string;
  readonly payload: unknown;
  answer(ack: unknown): void;
  lose(): void;
}

/** The server's end of a connection: says what the server would say, and keeps what it was asked. */
export class FakeWire {
  private listeners = new Map<string, ((...said: unknown[]) => void)[]>();
  /** Requests that wait for their answer, oldest first. */
  readonly asked: Sent[] = [];
  connects = 0;
  disconnects = 0;

  /**
   * @param wakeUp moments at which somebody looks again, with how long they have not
   * @param network whether the device has one
   */
  providers(wakeUp: Observable<number> = NEVER, network: Observable<boolean> = of(true)): Provider[] {
    return [
      { provide: WIRE, useValue: () => of(this as unknown as Wire) },
      { provide: WAKE_UP, useValue: wakeUp },
      { provide: NETWORK, useValue: network },
    ];
  }

  on(name: string, listener: (...said: unknown[]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  off(): void {
    this.listeners = new Map();
  }

  connect(): void {
    this.connects += 1;
  }

  disconnect(): void {
    this.disconnects += 1;
  }

  timeout() {
    return {
      emitWithAck: (name: string, payload: unknown) =>
        new Promise((answer, reject) => {
          this.asked.push({ name, payload, answer, lose: () => reject(new Error('no answer')) });
        }),
    };
  }

  say(name: string, ...said: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...said);
  }

  /** The connection breaks, with the close code of the WebSocket. */
  drop(code = 1006): void {
    this.say('disconnect', 'transport close', { context: { code } });
  }

  ready(heads: readonly unknown[] = [], protocol = 1): void {
    this.say('ready', { protocol, userId: 'u-nora', serverTime: '2026-06-11T10:00:00.000Z', heads });
  }

  refuseConnection(code: string): void {
    this.say('connect_error', Object.assign(new Error(code), { data: { code } }));
  }

  /** Takes the oldest request that waits. */
  take(): Sent {
    const sent = this.asked.shift();
    if (!sent) throw new Error('nothing was asked');
    return sent;
  }
}
