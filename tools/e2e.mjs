// `nx e2e e2e`: the journeys, in the Chromium that is there.
import { findChromium, findHeadlessShell, HOW_TO_GET_CHROMIUM } from './machine.mjs';
import { giveUp, run } from './workspace.mjs';

const path = findChromium() ?? giveUp(HOW_TO_GET_CHROMIUM);
const given = process.argv.slice(2);
const isWatched = given.some((argument) => ['--headed', '--ui', '--debug'].includes(argument));
process.exitCode = await run('playwright', ['test', '--config', 'e2e/playwright.config.ts', ...given], {
  HEADLESS_SHELL_PATH: (isWatched ? null : findHeadlessShell()) ?? path,
  CHROMIUM_PATH: path,
});
