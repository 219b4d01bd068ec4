import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './src/support/browser-arguments.js';
import { freePort } from './src/support/free-port.js';
import { SLOWNESS } from './src/support/slowness.js';

// Each worker reads this file again: what the first reading chose is handed on through the environment.
const port = (process.env['E2E_PORT'] ??= String(await freePort()));
const dataDir = (process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'parley-e2e-')));

/** What shows notifications needs the whole browser; for the rest its shell without windows does, and costs less. */
const NOTIFYING = ['notification-settings.spec.ts', 'notifications.spec.ts', 'notifying-tabs.spec.ts'];
const browser = (executablePath: string | undefined) => ({
  launchOptions: { executablePath, args: BROWSER_ARGUMENTS },
});

const root = join(import.meta.dirname, '..');
const address = `http://127.0.0.1:${port}`;

/** The built product, on an empty database, in the Chromium of this machine. */
export default defineConfig({
  testDir: './src',
  testMatch: '*.spec.ts',
  outputDir: './test-results',
  globalTeardown: './src/support/clear-data.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000 * SLOWNESS,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: join(root, 'dist/reports/e2e.json') }]],
  use: {
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    // What was on the page is kept of every failure; a trace costs a fifth of the time: `--trace on` makes one.
    trace: 'off',
    // A worker answers for the network; only the journeys that are about it have one.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'journeys', testIgnore: NOTIFYING, use: browser(process.env['HEADLESS_SHELL_PATH']) },
    { name: 'notifying journeys', testMatch: NOTIFYING, use: browser(process.env['CHROMIUM_PATH']) },
  ],
  webServer: {
    command: 'node dist/backend/src/main.js',
    cwd: root,
    url: `${address}/health/ready`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    // Every person of a journey comes from an address of their own, as behind a proxy.
    env: { PORT: port, DATA_DIR: dataDir, PUBLIC_URL: address, TRUST_PROXY: 'loopback', LOG_LEVEL: 'error' },
  },
});
