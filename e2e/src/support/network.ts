import type { BrowserContext, Route, WebSocketRoute } from '@playwright/test';

/** A wait between two tries can be this long, and it takes a moment more to catch up. */
export const COMES_BACK = { timeout: 45_000 };

/**
 * The way from one browser to the server. While it is cut, the page itself still loads, as it does from the browser's own
 * store, but no answer and no event comes through.
 */
export class Network {
  private state: 'open' | 'cut' | 'swallows' = 'open';
  private readonly sockets = new Set<WebSocketRoute>();

  /** To be called before the first page opens. */
  static async of(context: BrowserContext): Promise<Network> {
    const network = new Network();
    await context.routeWebSocket(/\/socket\.io\//, (socket) => network.open(socket));
    await context.route(/\/api\/v1\//, (route) => network.pass(route));
    return network;
  }

  async cut(): Promise<void> {
    this.state = 'cut';
    await this.dropSockets();
  }

  /** As a network that takes requests and gives no answers, neither good nor bad ones. */
  async swallow(): Promise<void> {
    this.state = 'swallows';
    await this.dropSockets();
  }

  mend(): void {
    this.state = 'open';
  }

  private async pass(route: Route): Promise<void> {
    if (this.state === 'open') await route.fallback();
    else if (this.state === 'cut') await route.abort('connectionfailed');
  }

  private open(socket: WebSocketRoute): void {
    if (this.state !== 'open') {
      // Once it is open, since a socket that never was would have to fail, which cannot be told to it.
      setTimeout(() => void socket.close({ code: 1001 }));
      return;
    }
    socket.connectToServer();
    this.sockets.add(socket);
  }

  private async dropSockets(): Promise<void> {
    await Promise.all([...this.sockets].map((socket) => socket.close({ code: 1001 })));
    this.sockets.clear();
  }
}
