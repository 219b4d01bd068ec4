import { once } from 'node:events';
import { Events, type Event } from '#shared';
import { WebSocket } from 'ws';
import { expect } from 'vitest';

const EVENTS = '42["events",';

/** A client that speaks Socket.IO by hand, and so can stop reading: what is sent to it stays where it is. */
export class RawReader {
  readonly events: Event[] = [];
  /** Everything else that was received, as it came. */
  readonly said: string[] = [];
  /** The close code, once the connection is gone. */
  code: number | undefined;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.take(data.toString()));
    socket.on('close', (code) => (this.code = code));
    socket.on('error', () => undefined);
  }

  /** Connects and resolves once the server has let it in. */
  static async connect(url: string, headers: Record<string, string> = {}): Promise<RawReader> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers, perMessageDeflate: false });
    const reader = new RawReader(socket);
    const letIn = reader.letIn();
    await once(socket, 'open');
    socket.send('40');
    await letIn;
    return reader;
  }

  /** Listens from now on, since what says so may arrive together with what comes before it. */
  private letIn(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.on('message', (data: Buffer) => data.toString().startsWith('40') && resolve());
      this.socket.once('close', (code) => reject(new Error(`gone before it was let in: ${code}`)));
    });
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Sends a request that has to be answered. */
  ask(name: string, payload: unknown): void {
    this.socket.send(`421${JSON.stringify([name, payload])}`);
  }

  /** Sends a packet as it stands. */
  say(packet: string | Buffer): void {
    this.socket.send(packet);
  }

  /** Resolves with the close code when the server has closed the connection. */
  async closed(): Promise<number> {
    await expect.poll(() => this.code, { timeout: 10_000 }).toBeDefined();
    return this.code as number;
  }

  close(): void {
    this.socket.terminate();
  }

  private take(text: string): void {
    if (text === '2') this.socket.send('3');
    if (text.startsWith(EVENTS)) this.events.push(...Events.parse(JSON.parse(text.slice(EVENTS.length, -1))));
    else this.said.push(text);
  }
}
