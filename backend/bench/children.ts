import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Asked, Probe } from './probe.js';

const PATIENCE_MS = 15_000;
const living = new Set<ChildProcess>();

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** All that the child sees of the environment; the bench's own if left out. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What it says on standard output once it serves. */
  readonly ready: RegExp;
  readonly stdio?: StdioOptions;
}

/** A process that serves, and ends with the bench whatever happens. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    /** What `ready` captured. */
    readonly said: string,
  ) {}

  /** Starts a program and waits until it says that it serves. @throws with what it said, if it ends before */
  static async start({ program, args, variables, ready, stdio }: Command): Promise<Child> {
    const child = spawn(program, args, { env: variables, stdio: stdio ?? ['ignore', 'pipe', 'inherit'] });
    living.add(child);
    child.once('exit', () => living.delete(child));
    return new Child(child, await firstMatch(child, ready));
  }

  /** Starts a server of Node with the probe inside. */
  static async server(script: string, args: readonly string[], variables: Record<string, string>): Promise<Child> {
    const probe = join(import.meta.dirname, 'probe.js');
    return Child.start({
      program: process.execPath,
      args: ['--expose-gc', '--import', probe, ...profiling(), script, ...args],
      variables: { NODE_ENV: 'production', ...variables },
      ready: /running at (\S+)/,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
  }

  async probe(asked: Asked): Promise<Probe> {
    const answer = once(this.process, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
    this.process.send(asked);
    const [probe] = (await answer) as [Probe];
    return probe;
  }

  /** As an operator would; by force when that takes too long. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    const force = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS);
    this.process.kill('SIGTERM');
    await exited;
    clearTimeout(force);
  }
}

/** `--cpu-prof=<folder>` given to the bench leaves a profile of every server there. */
function profiling(): string[] {
  const given = process.argv.find((each) => each.startsWith('--cpu-prof='));
  return given === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${given.slice('--cpu-prof='.length)}`];
}

async function firstMatch({ stdout }: ChildProcess, ready: RegExp): Promise<string> {
  let said = '';
  if (!stdout) throw new Error('A child of the bench has to be heard.');
  const heard = new Promise<string>((resolve, reject) => {
    stdout.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      const match = ready.exec(said);
      if (match) resolve(match[1] ?? match[0]);
    });
    stdout.once('end', () => reject(new Error(`A process of the bench ended before it served:\n${said}`)));
  });
  return heard;
}

/** Ends at once whatever still runs. */
export function killAll(): void {
  for (const child of living) child.kill('SIGKILL');
}
