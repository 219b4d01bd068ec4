import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sum, tallyOf } from './tally.mjs';

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-tally-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const report = (content) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const vitest = (numPassedTests, numFailedTests, testResults = []) => ({ numPassedTests, numFailedTests, testResults });

describe('the tally', () => {
  it('counts what Vitest reports', () => {
    expect(tallyOf(report(vitest(7, 2)), 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('counts a test file that could not be run as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(tallyOf(report(vitest(7, 0, [broken])), 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('counts what Playwright reports, a flaky test as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
    expect(tallyOf(report({ stats, errors: [] }), 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a runner that died after its report as a failure', () => {
    expect(tallyOf(report(vitest(7, 0)), 139)).toEqual({ passed: 7, failed: 1 });
  });

  it('counts a runner without a report as a failure, whatever it ended with', () => {
    expect(tallyOf(join(folder, 'nothing.json'), 0)).toEqual({ passed: 0, failed: 1 });
    expect(tallyOf(report('{"numPassed'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
