import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startParley } from './contenders/start.js';

/** The folders of a run of the bench, all below one that is removed at the end. */
export class Workshop {
  private constructor(
    readonly folder: string,
    private readonly template: string,
  ) {}

  /** Lets Parley make an empty database once, which every run begins with. */
  static async open(): Promise<Workshop> {
    const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));
    const template = join(folder, 'template');
    await mkdir(template);
    const server = await startParley(template);
    await server.stop();
    return new Workshop(folder, template);
  }

  /** A data folder with an empty database, for one server. */
  async dataFolder(): Promise<string> {
    const folder = await this.emptyFolder();
    await cp(this.template, folder, { recursive: true });
    return folder;
  }

  async emptyFolder(): Promise<string> {
    const folder = join(this.folder, randomUUID());
    await mkdir(folder);
    return folder;
  }

  /** Synchronous, so that it can be the last that the process does, however it ends. */
  close(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

export const sqliteFile = (folder: string): string => join(folder, 'parley.sqlite');
