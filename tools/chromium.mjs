import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './workspace.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const HOW_TO_GET_CHROMIUM = `The browser tests need Chromium, and none was found. One of these helps:
  sudo apt-get install chromium       (Debian, Ubuntu)
  npx playwright install chromium     (anywhere)
  export CHROMIUM_PATH=/path/to/it    (where it is already)`;

/** The browser to test with: the one that CHROMIUM_PATH names, the system's, or Playwright's own; null without any. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return [...USUAL_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Installs Debian's Chromium where that can be done without a question; answers with its path, or null. */
export async function installChromium() {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!isRootOnDebian || process.env.CHROMIUM_PATH) return null;
  process.stdout.write('Installing Chromium for the browser tests ...\n');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return findChromium();
}
