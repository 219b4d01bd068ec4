import { setTimeout as delay } from 'node:timers/promises';
import { Wire } from './wire.js';

const PING = 0x32;
const EVENTS = Buffer.from('42["events",');
const ANSWER = Buffer.from('43');
const QUIET_MS = 700;

/** Members of one room who read: each on a socket of its own, whatever they are told is counted. */
export class Readers {
  packets = 0;
  private readonly wires: Wire[] = [];
  private waiting = 0;
  private answered: () => void = () => undefined;

  /** Connects a reader for each token, so many at a time. */
  async open(url: URL, tokens: readonly string[], atOnce: number): Promise<void> {
    const queue = tokens.values();
    const usher = async () => {
      for (const token of queue) await this.admit(url, token);
    };
    await Promise.all(Array.from({ length: atOnce }, usher));
  }

  /** All read the room up to a place at once. @returns the milliseconds until the last of them was answered */
  async read(roomId: string, seq: number): Promise<number> {
    const begun = performance.now();
    this.waiting = this.wires.length;
    const allAnswered = new Promise<void>((resolve) => (this.answered = resolve));
    for (const wire of this.wires) wire.send(`421["receipt:read",${JSON.stringify({ roomId, seq })}]`);
    await allAnswered;
    return performance.now() - begun;
  }

  /** Resolves when nothing has come for a while. */
  async quiet(): Promise<void> {
    for (let before = -1; before !== this.packets;) {
      before = this.packets;
      await delay(QUIET_MS);
    }
  }

  close(): void {
    for (const wire of this.wires) wire.drop();
  }

  private admit(url: URL, token: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const wire: Wire = new Wire(url, {
        text: (payload) => {
          if (payload[0] === PING) wire.send('3');
          else if (payload[0] === 0x30) wire.send(`40${JSON.stringify({ token })}`);
          else if (payload.subarray(0, 10).toString() === '42["ready"') resolve();
          else this.hear(payload);
        },
        closed: () => reject(new Error('The server closed the connection.')),
      });
      this.wires.push(wire);
    });
  }

  private hear(payload: Buffer): void {
    if (payload.subarray(0, EVENTS.length).equals(EVENTS)) this.packets += 1;
    if (!payload.subarray(0, ANSWER.length).equals(ANSWER)) return;
    if (!payload.includes('"ok":true')) throw new Error(`A receipt was refused: ${payload.toString()}`);
    this.waiting -= 1;
    if (this.waiting === 0) this.answered();
  }
}
