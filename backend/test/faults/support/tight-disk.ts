import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ServerProcess } from '../../support/server-process.js';

const run = promisify(execFile);

/** Room for a server's database on a disk that can be made full, and wide again. */
export interface TightDisk {
  readonly directory: string;
  fill(server: ServerProcess): Promise<unknown>;
  free(server: ServerProcess): Promise<unknown>;
  remove(): Promise<void>;
}

/** Or why there cannot be one on this machine, as a sentence. */
type Made = TightDisk | string;

/** The kernel lets no file of the process grow any more: works for everybody, on Linux. */
export async function limitedFiles(): Promise<Made> {
  if (process.platform !== 'linux') return 'prlimit, which limits the files of a process, is there on Linux alone';
  const directory = await mkdtemp(join(tmpdir(), 'parley-limit-'));
  const limit = (server: ServerProcess, bytes: string) =>
    run('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:`]);
  return {
    directory,
    fill: async (server) => {
      const { size } = await stat(join(directory, 'parley.sqlite-wal'));
      await limit(server, String(size));
    },
    free: (server) => limit(server, 'unlimited'),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A small file system of its own that is really full: for who may mount one. */
export async function smallFileSystem(): Promise<Made> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', directory]);
  } catch (error) {
    await rm(directory, { recursive: true });
    return `a small file system could not be mounted: ${String(error)}`;
  }
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill: () => writeFile(ballast, Buffer.alloc(8 * 1024 * 1024)).catch(() => undefined),
    free: () => rm(ballast),
    remove: async () => {
      await run('umount', ['--lazy', directory]);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
