import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a server of a test and something that it connects to, and does to the connections what networks do. */
export class TcpProxy {
  /** How long everything takes on its way, in either direction. */
  delayMs = 0;
  /** How many connections were made through it. */
  accepted = 0;
  private isCut = false;
  private readonly silenced = new Set<Socket>();
  private readonly pairs: { readonly client: Socket; readonly server: Socket }[] = [];

  private constructor(
    private readonly listener: Server,
    private readonly targetPort: number,
  ) {
    listener.on('connection', (client) => this.join(client));
  }

  static async before(targetPort: number): Promise<TcpProxy> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new TcpProxy(listener, targetPort);
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Connection number `index` is half open from now on: nobody is told that nothing passes any more. */
  silence(index: number): void {
    const { client, server } = this.pairs[index] ?? {};
    if (!client || !server) throw new Error(`there is no connection ${index}`);
    this.silenced.add(client).add(server);
  }

  /** Closes every connection. */
  reset(): void {
    for (const { client, server } of this.pairs) [client, server].forEach((socket) => socket.destroy());
  }

  /** Closes every connection, and lets none come about until `mend`. */
  cut(): void {
    this.isCut = true;
    this.reset();
  }

  mend(): void {
    this.isCut = false;
  }

  async stop(): Promise<void> {
    this.reset();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    if (this.isCut) return void client.destroy();
    const server = connect(this.targetPort, '127.0.0.1');
    this.accepted += 1;
    this.pairs.push({ client, server });
    this.pass(client, server);
    this.pass(server, client);
  }

  private pass(from: Socket, to: Socket): void {
    let before: Promise<unknown> = Promise.resolve();
    // What came first is passed on first, also where it took longer.
    const later = (act: () => void) => {
      before = Promise.all([before, delay(this.delayMs)]).then(() => this.silenced.has(from) || act());
    };
    from.on('error', () => undefined);
    from.on('data', (chunk) => later(() => to.write(chunk)));
    from.on('close', () => later(() => to.destroy()));
  }
}
