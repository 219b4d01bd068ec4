import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import { MARK } from './planted.mjs';

const ROOT = join(import.meta.dirname, '..');
const execute = promisify(execFile);

/** Runs a tool of this workspace; what it printed and the code that it ended with. */
export async function run(tool, ...args) {
  const env = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', NODE_ENV: '' };
  const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 };
  const done = await execute(join(ROOT, 'node_modules/.bin', tool), args, options).catch((failure) => failure);
  return { code: done.code ?? 0, output: `${done.stdout}${done.stderr}` };
}

/** The imports of planted files, and of what they lead to, that dependency-cruiser refuses, as 'rule: from -> to'. */
export async function refusedImports(paths) {
  const { output } = await run('depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths);
  const { violations } = JSON.parse(output).summary;
  return violations
    .filter(({ from }) => from.includes(MARK))
    .map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

/** The names of the ESLint rules that planted files break, by file. */
export async function brokenRules(paths) {
  const results = await new ESLint({ cwd: ROOT }).lintFiles(paths);
  const names = ({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message);
  return new Map(results.map((result) => [relative(ROOT, result.filePath), names(result)]));
}
