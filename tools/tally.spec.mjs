import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sum, tally, tallyOf } from './tally.mjs';

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-tally-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const report = (content) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const vitest = (numPassedTests, numFailedTests, testResults = []) => ({ numPassedTests, numFailedTests, testResults });

const came = (passed, failed) => expect.objectContaining({ passed, failed });

describe('the tally', () => {
  it('counts what Vitest reports', () => {
    expect(tallyOf(report(vitest(7, 2)), 1)).toEqual(came(7, 2));
  });

  it('counts a test file that could not be run as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(tallyOf(report(vitest(7, 0, [broken])), 1)).toEqual(came(7, 1));
  });

  it('counts what Playwright reports, a flaky test as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
    expect(tallyOf(report({ stats, errors: [] }), 1)).toEqual(came(5, 2));
  });

  it('counts a runner that died after its report as a failure', () => {
    expect(tallyOf(report(vitest(7, 0)), 139)).toEqual(came(7, 1));
  });

  it('counts a runner without a report as a failure, whatever it ended with', () => {
    expect(tallyOf(join(folder, 'nothing.json'), 0)).toEqual(came(0, 1));
    expect(tallyOf(report('{"numPassed'), 0)).toEqual(came(0, 1));
  });

  it('names what failed in Vitest, with the first line of why', () => {
    const told = { fullName: 'rooms are kept', status: 'failed', failureMessages: ['Error: no room\n    at x.ts'] };
    const quiet = { fullName: 'all is well', status: 'passed', failureMessages: [] };
    const broken = { name: 'a.spec.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    const results = [{ status: 'failed', assertionResults: [told, quiet] }, broken];
    expect(tallyOf(report(vitest(1, 1, results)), 1).failures).toEqual([
      'rooms are kept: Error: no room',
      'a.spec.ts: no such module',
    ]);
  });

  it('names what failed in Playwright, however deep it stands', () => {
    const spec = (title, status, results) => ({ title, tests: [{ status, results }] });
    const error = { message: '\u001b[31mError: no dialog\u001b[39m\ncall log' };
    const suites = [
      { specs: [spec('a', 'expected', [{}])], suites: [{ specs: [spec('b', 'flaky', [{ error }, {}])] }] },
      { specs: [spec('c', 'unexpected', [{ error }])] },
    ];
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 };
    expect(tallyOf(report({ stats, suites, errors: [{ message: 'no browser' }] }), 1).failures).toEqual([
      'b: Error: no dialog',
      'c: Error: no dialog',
      'no browser',
    ]);
  });

  it('adds up', () => {
    expect(sum([tally(1, 0), tally(2, 3, ['one', 'two', 'three'])])).toEqual(tally(3, 3, ['one', 'two', 'three']));
  });
});
