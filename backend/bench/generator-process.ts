import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { OpenOrder, Returned, Seen, StormOrder, TalkOrder } from './load/crowd.js';
import type { Answer, Order } from './load/generator.js';

const SCRIPT = join(import.meta.dirname, 'load/generator.js');
const PATIENCE_MS = 120_000;

/** A load generator in a process of its own, so that its work is not counted as the server's. */
export class Generator {
  private constructor(private readonly process: ChildProcess) {}

  static start(): Generator {
    return new Generator(fork(SCRIPT, { env: {} }));
  }

  async open(order: OpenOrder): Promise<void> {
    await this.ask({ do: 'open', with: order });
  }

  async talk(order: TalkOrder): Promise<Seen> {
    return (await this.ask({ do: 'talk', with: order })) as Seen;
  }

  async storm(order: StormOrder): Promise<Returned> {
    return (await this.ask({ do: 'storm', with: order })) as Returned;
  }

  /** It ends by itself when nobody talks to it any more, also when the bench is killed. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.disconnect();
    await exited;
  }

  private async ask(order: Order): Promise<unknown> {
    const answer = once(this.process, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
    this.process.send(order);
    const [result] = (await answer) as [Answer];
    if ('failed' in result) throw new Error(`A load generator failed: ${result.failed}`);
    return result.done;
  }
}
