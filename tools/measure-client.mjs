// `npm run bench:client`: the built product in a real browser, over a log of 100,000 messages. Prints what it measures beside
// what is wanted, and fails where that is not reached; ends by itself and removes what it made. Figures of time are worth
// what the machine is worth: run it where nothing else runs.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { targetsOf } from './client-targets.mjs';
import { startTown } from './client-town.mjs';
import { findChromium, HOW_TO_GET_CHROMIUM } from './machine.mjs';
import { openAtOnce, openFirst, openLoaded } from './opening.mjs';
import { DOWN, scroll, SCROLL_MS, UP } from './wheel.mjs';
import { giveUp } from './workspace.mjs';

const LONG = 100_000;
const SHORT = 500;
const PAGES = 30;
const OPENINGS = 20;
const FIRST_STARTS = 7;
const OTHERS = 30;
const FLOOD = { perSecond: 50, seconds: 6 };

const town = await startTown();
let browser;
try {
  const targets = targetsOf(await measure());
  const { isReached, targetTable } = await import('../dist/backend/bench/report.js');
  process.stdout.write(`\n${targetTable(targets)}\n`);
  process.exitCode = targets.every(isReached) ? 0 : 1;
} finally {
  await browser?.close();
  await town.stop();
}

async function measure() {
  const [ida, max] = [await town.register('ida'), await town.register('max')];
  const long = { name: 'Long', last: LONG, id: await town.room(ida, 'Long', LONG) };
  const short = { name: 'Short', last: SHORT, id: await town.room(ida, 'Short', SHORT) };
  await town.post(ida, `/rooms/${short.id}/members`, { userId: max.user.id });
  for (let number = 1; number <= OTHERS; number++) await town.room(ida, `Other ${number}`, 1);
  browser = await chromium.launch({
    executablePath: findChromium() ?? giveUp(HOW_TO_GET_CHROMIUM),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  const newPage = () => openBrowser(ida);
  const page = await newPage();
  return {
    first: report('opening a conversation for the first time', {
      messages: LONG,
      ms: whole(await openFirst(page, town.address, long)),
    }),
    log: report('the log', await readLog(page, long.id)),
    nothing: report('the wheel over a page of nothing, which is what this machine can do', await scrollNothing()),
    wheel: [
      report('turning the wheel upwards', await scroll(page, UP)),
      report('turning the wheel downwards', await scroll(page, DOWN)),
      ...Object.values(report('turning the wheel around a message gone to', await scrollAround(page, long.id))),
    ],
    loaded: report('opening a conversation that is loaded', spread(await openLoaded(page, [short, long], OPENINGS))),
    flood: report(`${FLOOD.perSecond} messages a second`, await flood(page, max, short.id)),
    atOnce: report(
      'opening a conversation the moment the list is there, in a browser that was never here',
      spread(await openAtOnce(newPage, town.address, long, FIRST_STARTS)),
    ),
  };
}

/** Prints a line of figures, and hands them on. */
function report(what, figures) {
  process.stdout.write(`${JSON.stringify({ what, ...figures })}\n`);
  return figures;
}

/** Opens the long log, turns pages up and down, and jumps to its beginning and its end. */
async function readLog(page, roomId) {
  const began = performance.now();
  await page.goto(`${town.address}/rooms/${roomId}`);
  await logSays(page, `message ${LONG} of`);
  const reloadMs = performance.now() - began;
  const opened = await size(page);
  const drift = [];
  for (const by of [...Array(PAGES).fill(-600), ...Array(PAGES).fill(600)]) {
    drift.push(await turn(page, by));
    await page.waitForFunction(() => document.querySelector('[role=log]').scrollTop > 0);
  }
  const turned = await size(page);
  const first = await timed(async () => {
    await page
      .getByRole('button', { name: /go to another day/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'First message' }).click();
    await logSays(page, 'message 1 of');
  });
  await page.getByRole('button', { name: /Jump to the newest/ }).click();
  await logSays(page, `message ${LONG} of`);
  return {
    messages: LONG,
    reloadMs: whole(reloadMs),
    rows: opened.rows,
    elements: opened.elements,
    pagesTurned: drift.length,
    rowsAfter: turned.rows,
    elementsAfter: turned.elements,
    largestJumpPx: Math.max(...drift.map(Math.abs)),
    toFirstMessageMs: whole(first),
  };
}

/** What a hand would get where nothing had to be drawn. */
async function scrollNothing() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(
    '<div role="log" style="height: 700px; overflow: auto; will-change: transform"><div style="height: 1000000px"></div></div>',
  );
  await page.getByRole('log').evaluate((log) => log.scrollTo(0, 500_000));
  const counted = await scroll(page, UP);
  await page.close();
  return counted;
}

/** Goes to the message in the middle of the log, which is not held, then up from there and down past it. */
async function scrollAround(page, roomId) {
  await page.goto(`${town.address}/rooms/${roomId}?at=${LONG / 2}`);
  await logSays(page, `message ${LONG / 2} of`);
  return { up: await scroll(page, UP, SCROLL_MS / 2), down: await scroll(page, DOWN) };
}

/** Lets somebody else write fast into the open conversation, and looks for tasks that keep the page busy for long. */
async function flood(page, writer, roomId) {
  await page.goto(`${town.address}/rooms/${roomId}`);
  await logSays(page, `message ${SHORT} of`);
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) =>
      globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
  const sends = [];
  const count = FLOOD.perSecond * FLOOD.seconds;
  const began = performance.now();
  for (let number = 1; number <= count; number++) {
    sends.push(town.post(writer, `/rooms/${roomId}/messages`, { clientId: randomUUID(), body: `flood ${number}.` }));
    await pause(Math.max(0, began + (number * 1_000) / FLOOD.perSecond - performance.now()));
  }
  await Promise.all(sends);
  const sentMs = performance.now() - began;
  await logSays(page, `flood ${count}.`);
  const tasks = await page.evaluate(() => globalThis.tasks);
  const busy = tasks.reduce((sum, each) => sum + each, 0);
  return {
    messages: count,
    sentMs: whole(sentMs),
    shownMs: whole(performance.now() - began),
    tasksOver50Ms: tasks.length,
    longestTaskMs: whole(Math.max(0, ...tasks)),
    over100Ms: tasks.filter((each) => each > 100).length,
    shareOfTime: Number((busy / sentMs).toFixed(3)),
    ...(await size(page)),
  };
}

/** Turns so far, and tells how much more than that a message in view has moved. */
function turn(page, pixels) {
  return page.getByRole('log').evaluate(async (log, by) => {
    const top = (row) => row.getBoundingClientRect().top;
    const { top: edge, height } = log.getBoundingClientRect();
    const rows = [...log.querySelectorAll('[data-place]')];
    const row = rows.find((each) => top(each) >= edge + (by < 0 ? 0 : height / 2)) ?? rows[0];
    const [before, from] = [top(row), log.scrollTop];
    log.scrollBy(0, by);
    const turned = from - log.scrollTop;
    for (let frames = 0; frames < 4; frames++) await new Promise((done) => requestAnimationFrame(done));
    return row.isConnected ? top(row) - before - turned : 0;
  }, pixels);
}

async function size(page) {
  return {
    rows: await page.locator('[role=log] li').count(),
    elements: await page.locator('*').count(),
  };
}

function logSays(page, text) {
  return page.getByRole('log').getByText(text).first().waitFor();
}

function whole(figure) {
  return Math.round(figure);
}

function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => whole(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return {
    openings: times.length,
    fastestMs: at(0),
    medianMs: at(0.5),
    p90Ms: at(0.9),
    slowestMs: whole(sorted.at(-1)),
  };
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function openBrowser({ cookie }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const [name, ...value] = cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: town.address }]);
  return context.newPage();
}
