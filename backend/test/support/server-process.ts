import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../../dist/backend/src/main.js');

/** The built server in a process of its own, as an operator runs it, so that it can be stopped and killed. */
export class ServerProcess {
  output = '';

  private constructor(private readonly child: ChildProcess) {
    const take = (chunk: unknown) => (this.output += String(chunk));
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
  }

  /** Starts it and does not wait. The variables given are all that it gets. */
  static spawn(variables: Readonly<Record<string, string>>): ServerProcess {
    return new ServerProcess(spawn(process.execPath, [MAIN], { env: { LOG_LEVEL: 'silent', ...variables } }));
  }

  /** Starts it and waits until it says that it runs. */
  static async start(variables: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const server = ServerProcess.spawn(variables);
    while (!server.output.includes('Parley is running')) {
      if (server.child.exitCode !== null) throw new Error(server.output);
      await Promise.race([once(server.child.stdout ?? server.child, 'data'), once(server.child, 'exit')]);
    }
    return server;
  }

  /** Sends a signal and resolves with the exit code: null when the signal itself ended the process. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    const exit = this.exit();
    this.child.kill(signal);
    return exit;
  }

  async exit(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}
