import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, PrivateServer } from './private-server.js';

const PARTS = ['backend', 'client', 'shared'];
/** With it, the copied server reads the copied contract. */
const PACKAGE = { type: 'module', imports: { '#shared': './shared/src/index.js' } };
const MANIFEST = 'client/ngsw.json';

interface WorkerManifest {
  timestamp: number;
  hashTable: Record<string, string>;
}

/** A copy of the built product with a server of its own, which a journey may renew, in whole or in part. */
export class PrivateProduct {
  private constructor(
    private readonly directory: string,
    readonly server: PrivateServer,
  ) {}

  static async start(): Promise<PrivateProduct> {
    // Beside the original, since the server finds what it needs from where it stands.
    const directory = await mkdtemp(join(DIST, 'copy-'));
    for (const part of PARTS) await cp(join(DIST, part), join(directory, part), { recursive: true });
    await writeFile(join(directory, 'package.json'), JSON.stringify(PACKAGE));
    return new PrivateProduct(directory, await PrivateServer.start(directory));
  }

  get address(): string {
    return this.server.address;
  }

  /** Puts another build of the client in the place of the present one: the same, but for one word in its page. */
  async renewClient(word: string): Promise<void> {
    const page = await this.change('client/index.html', (html) =>
      html.replace(/<body[^>]*>/u, `<body data-build="${word}">`),
    );
    await this.change(MANIFEST, (json) => {
      const manifest = JSON.parse(json) as WorkerManifest;
      manifest.timestamp = Date.now();
      manifest.hashTable['/index.html'] = createHash('sha1').update(page).digest('hex');
      return JSON.stringify(manifest);
    });
  }

  /** Puts another build of the server in the place of the present one: the same, but for the protocol that it speaks. */
  async renewServer(protocol: number): Promise<void> {
    await this.server.stop();
    await this.change('shared/src/limits.js', (code) =>
      code.replace(/PROTOCOL_VERSION = \d+/u, `PROTOCOL_VERSION = ${protocol}`),
    );
    await this.server.start();
  }

  async remove(): Promise<void> {
    await this.server.dispose();
    await rm(this.directory, { recursive: true, force: true });
  }

  private async change(file: string, edit: (text: string) => string): Promise<string> {
    const path = join(this.directory, file);
    const before = await readFile(path, 'utf8');
    const text = edit(before);
    if (text === before) throw new Error(`${file} is not what it was expected to be`);
    await writeFile(path, text);
    return text;
  }
}
