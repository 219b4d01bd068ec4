import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mismatch } from './node-version.mjs';

/** Not by `import.meta.dirname`, which a Node that is too old to be told so does not have. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const REPORTS = join(ROOT, 'dist/reports');

const BIN = join(ROOT, 'node_modules/.bin');

/** The environment for tools of this workspace: nothing stays behind in the background, nobody is asked anything. */
const toolEnvironment = (extra) => ({
  ...process.env,
  PATH: `${BIN}${delimiter}${process.env.PATH}`,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  ...extra,
});

/** Runs a command, its output on this terminal; answers with its exit code. */
export function run(command, args, extra = {}) {
  return finished(
    spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: toolEnvironment(extra) }),
  );
}

/** Runs a command without a word; answers with its exit code and all that it would have said. */
export async function runQuietly(command, args, extra = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: toolEnvironment(extra) });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await finished(child);
  return { code, output: Buffer.concat(said).toString() };
}

const finished = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });

/** Ends the process with a sentence for the reader. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** What keeps this Node from running Parley, as a sentence; null when nothing does. */
export function nodeTrouble() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wrong = mismatch(process.versions.node, engines.node);
  if (wrong) return `Parley needs Node ${engines.node}; this is ${wrong}.`;
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3');
    new Database(':memory:').close();
    return null;
  } catch {
    return "The SQLite driver does not fit this Node. It is built by 'npm ci': run that once more, then try again.";
  }
}

/** Builds what is stale of the product; says something only when that takes work, or fails. */
export async function buildProduct(...projects) {
  process.stdout.write('Building what has changed ...\n');
  const { code, output } = await runQuietly('nx', [
    'run-many',
    '-t',
    'build',
    '-p',
    projects.join(','),
    '--output-style=static',
  ]);
  if (code !== 0) giveUp(`${output}\nThe build failed; what it says stands above.`);
}
