// The built product with the demo team on a free port, for tools that look at it as a browser does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, ROOT, runQuietly } from './workspace.mjs';

export const DEMO_ACCOUNT = { username: 'nora', password: 'parley demo team' };

/** A port that nobody listens on at this moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Fills a database, serves it, hands the address on, and takes everything away again.
 *
 * @param extra further variables of its environment
 */
export async function withServedDemo(use, extra = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'));
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const environment = { DATA_DIR: folder, PORT: port, PUBLIC_URL: address, LOG_LEVEL: 'error', ...extra };
  const filled = await runQuietly(process.execPath, ['dist/backend/src/demo.js'], environment);
  if (filled.code !== 0) giveUp(filled.output);
  const server = spawn(process.execPath, ['dist/backend/src/main.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  try {
    // Its first word is that it can be reached.
    await once(server.stdout, 'data');
    return await use(address, folder);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}
