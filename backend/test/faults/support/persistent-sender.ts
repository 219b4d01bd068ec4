import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ErrorCode, Message } from '#shared';
import type { Person } from '../../support/person.js';
import { SocketClient } from '../../support/socket-client.js';

export interface Draft {
  readonly clientId: string;
  readonly body: string;
}

/** As a client's backoff, in a hurry. */
const RETRY_MS = 100;

/**
 * A client with an outbox: sends one message after the other, keeps each until it is acknowledged, and comes back by itself
 * whatever happens to the connection.
 */
export class PersistentSender {
  readonly drafts: Draft[] = [];
  /** What the server has acknowledged, by `clientId`. */
  readonly acknowledged = new Map<string, Message>();
  /** How often it was told so, by the code. */
  readonly refused = new Map<ErrorCode, number>();
  private client: SocketClient | undefined;

  constructor(
    private readonly person: Person,
    private readonly roomId: string,
  ) {}

  /** Sends so many messages more; resolves when all are acknowledged. */
  async send(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) await this.sendOne();
  }

  /** Sends message after message until `isEnough`, and resolves when the last is acknowledged. */
  async sendUntil(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) await this.sendOne();
  }

  close(): void {
    this.client?.close();
  }

  private async sendOne(): Promise<void> {
    const draft = { clientId: randomUUID(), body: `message ${this.drafts.length}` };
    this.drafts.push(draft);
    while (!(await this.isAcknowledged(draft))) await delay(RETRY_MS);
  }

  private async isAcknowledged(draft: Draft): Promise<boolean> {
    const answer = await this.ask(draft).catch(() => undefined);
    if (answer?.ok) this.acknowledged.set(draft.clientId, answer.message);
    else if (answer) this.note(answer.error.code);
    return answer?.ok === true;
  }

  private async ask(draft: Draft) {
    if (!this.client?.socket.connected) {
      this.client = await SocketClient.connect(this.person.url, { token: this.person.token });
    }
    return this.client.request('message:send', { roomId: this.roomId, ...draft });
  }

  private note(code: ErrorCode): void {
    if (code !== 'unavailable') throw new Error(`refused for good: ${code}`);
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }
}
