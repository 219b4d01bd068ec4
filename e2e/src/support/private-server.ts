import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

/** What was built. */
export const DIST = join(import.meta.dirname, '../../../dist');

/** A server that one journey has for itself, to kill it and start it again on the same port with the same data. */
export class PrivateServer {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'parley-private-'));
  private process: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly product: string,
  ) {}

  /** @param product where the built product stands that it serves */
  static async start(product = DIST): Promise<PrivateServer> {
    const server = new PrivateServer(await freePort(), product);
    await server.start();
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, also again after it was stopped, and waits until it can be reached. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      PUBLIC_URL: this.address,
      TRUST_PROXY: 'loopback',
      LOG_LEVEL: 'error',
    };
    const server = spawn(process.execPath, [join(this.product, 'backend/src/main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.process = server;
    // Its first word is that it can be reached.
    const [said] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])) as unknown[];
    if (!Buffer.isBuffer(said)) throw new Error('the private server does not start');
  }

  /** Takes it away in the middle of whatever it does. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Stops it as an operator would. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Takes it away for good, with its data. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const running = this.process;
    this.process = null;
    if (running?.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }
}
