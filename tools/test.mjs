// `npm test`: everything, in order; the last line says what it came to.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { missingPrograms } from './machine.mjs';
import { sum, tally, tallyOf } from './tally.mjs';
import { nodeTrouble, REPORTS, run, runQuietly } from './workspace.mjs';

const suites = [];

let begunAt = performance.now();

/** Notes what a suite came to, and how long it took; of suites that ran together, the first is given the time of all. */
function note(name, counted) {
  const now = performance.now();
  suites.push({ name, seconds: Math.round((now - begunAt) / 1_000), ...counted });
  begunAt = now;
}

/** Ends the run with what failed, a line a suite and the sum of all, which is always the last line. */
function conclude() {
  const { passed, failed } = sum(suites);
  for (const { name, failures } of suites)
    for (const line of failures) process.stdout.write(`\n  failed in ${name}: ${line}`);
  const width = Math.max(...suites.map(({ name }) => name.length));
  const lines = suites.map(
    ({ name, seconds, ...each }) =>
      `  ${name.padEnd(width)}  ${(seconds > 0 ? `${seconds} s` : '').padStart(6)}  ${each.passed} passed, ${each.failed} failed`,
  );
  process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}

/** Stops before the first test: what is missing on this machine, as a sentence. */
function cannotBegin(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  note('preflight', tally(0, 1, [sentence.split('\n')[0]]));
  conclude();
}

async function projectsWith(target) {
  const { output } = await runQuietly('nx', ['show', 'projects', '--with-target', target, '--json']);
  return JSON.parse(output.slice(output.indexOf('['))).sort();
}

const nx = (target, projects) =>
  run('nx', ['run-many', '-t', target, '-p', projects.join(','), '--output-style=static', '--nxBail=false']);

/** Runs a target that has no count of its own; each project's is one check. */
async function check(target) {
  const projects = await projectsWith(target);
  if ((await nx(target, projects)) === 0) return note(target, tally(projects.length, 0));
  // What passed is in the cache by now, so asking one by one costs little.
  const failures = [];
  for (const project of projects) {
    if ((await runQuietly('nx', ['run', `${project}:${target}`])).code !== 0) failures.push(project);
  }
  if (failures.length === 0) failures.push('one that passed when it was asked again');
  note(target, tally(projects.length - failures.length, failures.length, failures));
}

/** Runs the unit tests of all projects, each of which leaves a report. */
async function unitTests() {
  const projects = await projectsWith('test');
  const code = await nx('test', projects);
  const counted = projects.map((project) => ({ project, ...tallyOf(join(REPORTS, `${project}.json`), 0) }));
  counted.forEach(({ project, ...each }) => note(`${project} tests`, each));
  if (code !== 0 && sum(counted).failed === 0) note('test runners', tally(0, 1, [`ended with ${code}`]));
}

/** Runs one target that leaves a report of its own. */
async function suite(project, target) {
  const code = await run('nx', ['run', `${project}:${target}`, '--output-style=static']);
  note(target, tallyOf(join(REPORTS, `${target}.json`), code));
}

process.on('uncaughtException', (error) => cannotBegin(error.stack ?? String(error)));

const trouble = nodeTrouble();
if (trouble) cannotBegin(trouble);
const missing = await missingPrograms();
if (missing.length > 0) cannotBegin(missing.join('\n\n'));

rmSync(REPORTS, { recursive: true, force: true });
await check('lint');
await unitTests();
// Alone, since it measures how servers bear what is done to them.
await suite('backend', 'faults');
// Alone, since it plants files that any other check would trip over.
await suite('tools', 'fences');
await check('build');
await check('i18n');
await suite('e2e', 'e2e');
conclude();
