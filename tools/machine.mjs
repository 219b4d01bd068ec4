// The programs that the tests need of the machine: found, installed where that asks no question, or named.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { run } from './workspace.mjs';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test with: the one that CHROMIUM_PATH names, the system's, or Playwright's own; null without any. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return [...BROWSERS, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

const SHELLS = ['/usr/bin/chromium-headless-shell'];

/**
 * Chromium without its windows and all that belongs to them: a page costs a quarter less. Null where there is none, or where
 * CHROMIUM_PATH names the one browser to test with.
 */
export const findHeadlessShell = () =>
  process.env.CHROMIUM_PATH ? null : (SHELLS.find((path) => existsSync(path)) ?? null);

export const HOW_TO_GET_CHROMIUM = `The browser tests need Chromium, and none was found. One of these helps:
  sudo apt-get install chromium       (Debian, Ubuntu)
  npx playwright install chromium     (anywhere)
  export CHROMIUM_PATH=/path/to/it    (where it is already)`;

const findRedis = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((path) => existsSync(path)) ?? null;

const PROGRAMS = [
  {
    debian: 'chromium',
    find: findChromium,
    help: HOW_TO_GET_CHROMIUM,
  },
  {
    debian: 'chromium-headless-shell',
    find: () => findHeadlessShell() ?? process.env.CHROMIUM_PATH ?? null,
    // Without it the tests take longer, and that is all.
    help: null,
  },
  {
    debian: 'redis-server',
    find: findRedis,
    help: `The tests of several instances start a Redis of their own, and no redis-server was found. One of these helps:
  sudo apt-get install redis-server   (Debian, Ubuntu)
  brew install redis                  (macOS)`,
  },
];

/** What is missing on this machine after all that could be done about it, as sentences; empty when nothing is. */
export async function missingPrograms() {
  const missing = () => PROGRAMS.filter(({ find }) => find() === null);
  if (missing().length > 0) await installOnDebian(missing().map(({ debian }) => debian));
  return missing().flatMap(({ help }) => help ?? []);
}

/** Installs packages where that can be done without a question: as root on Debian. */
async function installOnDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  process.stdout.write(`Installing ${packages.join(' and ')} for the tests ...\n`);
  // Nothing is to be started by being installed: the tests start what they need, on ports of their own.
  const quiet = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run('apt-get', ['update', '-qq'], quiet);
  // One by one, since a release of Debian that lacks one of them would refuse all.
  for (const name of packages) await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
}
