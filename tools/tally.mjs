import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What a run of tests came to; `failures` are lines that name what failed, and why. */
export const tally = (passed, failed, failures = []) => ({ passed, failed, failures });

export const sum = (tallies) =>
  tallies.reduce(
    (all, each) => tally(all.passed + each.passed, all.failed + each.failed, [...all.failures, ...each.failures]),
    tally(0, 0),
  );

/** A failure in one line: the test's name, and the first line of what went wrong. */
const failure = (name, message = '') =>
  [name, stripVTControlCharacters(message).trim().split('\n')[0]].filter(Boolean).join(': ');

/** Vitest's report, as its json reporter writes it. A file that could not be run counts as a failed test. */
function ofVitest({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  return tally(numPassedTests, numFailedTests + broken.length, [
    ...failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages[0])),
    ...broken.map(({ name, message }) => failure(name, message)),
  ]);
}

/** Playwright's report, as its json reporter writes it. A test that passes only now and then has failed. */
function ofPlaywright({ stats, errors, suites = [] }) {
  const inside = ({ specs = [], suites: deeper = [] }) => [...specs, ...deeper.flatMap(inside)];
  const failed = suites
    .flatMap(inside)
    .map(({ title, tests }) => ({ title, test: tests.find(({ status }) => ['unexpected', 'flaky'].includes(status)) }))
    .filter(({ test }) => test);
  return tally(stats.expected, stats.unexpected + stats.flaky + errors.length, [
    ...failed.map(({ title, test }) => failure(title, test.results.find(({ error }) => error)?.error.message)),
    ...errors.map(({ message }) => failure('', message)),
  ]);
}

/**
 * What a runner's report comes to. A runner that left no report, or ended badly though its report knows of
 * no failure, has died: that is a failure too.
 */
export function tallyOf(reportFile, exitCode) {
  let counted;
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    counted = report.testResults ? ofVitest(report) : ofPlaywright(report);
  } catch {
    return tally(0, 1, ['the runner left no report']);
  }
  const died = exitCode !== 0 && counted.failed === 0;
  return died ? tally(counted.passed, 1, [`the runner ended with ${exitCode}`]) : counted;
}
