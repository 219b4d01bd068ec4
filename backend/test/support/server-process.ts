import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../../dist/backend/src/main.js');

type Variables = Readonly<Record<string, string>>;

/** The built server in a process of its own, as an operator runs it, so that it can be stopped and killed. */
export class ServerProcess {
  output = '';

  private constructor(private readonly child: ChildProcess) {
    const take = (chunk: unknown) => (this.output += String(chunk));
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
  }

  /**
   * Starts it and does not wait. The variables given are all that it gets.
   * @param preload a module that is loaded before the server, as a URL: it does the fault, or measures
   */
  static spawn(variables: Variables, preload?: string): ServerProcess {
    const options = preload === undefined ? [] : ['--import', preload];
    const child = spawn(process.execPath, [...options, MAIN], {
      env: { LOG_LEVEL: 'silent', ...variables },
      stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : ['ipc' as const])],
    });
    return new ServerProcess(child);
  }

  /** Starts it and waits until it says that it runs. */
  static async start(variables: Variables, preload?: string): Promise<ServerProcess> {
    const server = ServerProcess.spawn(variables, preload);
    while (!server.output.includes('Parley is running')) {
      if (server.hasEnded) throw new Error(`the server did not start:\n${server.output}`);
      await Promise.race([once(server.child.stdout ?? server.child, 'data'), once(server.child, 'exit')]);
    }
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Asks the preloaded module something, and gives back what it answers. */
  async ask(question: string): Promise<unknown> {
    const answered = once(this.child, 'message');
    this.child.send(question);
    const [answer] = (await answered) as [unknown];
    return answer;
  }

  /** Sends a signal and resolves with the exit code: null when the signal itself ended the process. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    const exit = this.exit();
    this.child.kill(signal);
    return exit;
  }

  async exit(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}
