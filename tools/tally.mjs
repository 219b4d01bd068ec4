import { readFileSync } from 'node:fs';

/** What a run of tests came to. */
export const tally = (passed, failed) => ({ passed, failed });

export const sum = (tallies) =>
  tallies.reduce((all, each) => tally(all.passed + each.passed, all.failed + each.failed), tally(0, 0));

/** Vitest's report, as its json reporter writes it. A file that could not be run counts as a failed test. */
function ofVitest({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return tally(numPassedTests, numFailedTests + broken.length);
}

/** Playwright's report, as its json reporter writes it. A test that passes only now and then has failed. */
const ofPlaywright = ({ stats, errors }) => tally(stats.expected, stats.unexpected + stats.flaky + errors.length);

/**
 * What a runner's report comes to. A runner that left no report, or ended badly though its report knows of
 * no failure, has died: that is a failure too.
 */
export function tallyOf(reportFile, exitCode) {
  let counted = tally(0, 0);
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    counted = report.testResults ? ofVitest(report) : ofPlaywright(report);
  } catch {
    return tally(0, 1);
  }
  return exitCode !== 0 && counted.failed === 0 ? tally(counted.passed, 1) : counted;
}
