// `npm run lighthouse`: measures the built product as Lighthouse does on a desktop, and fails where a page stays below 95.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium, HOW_TO_GET_CHROMIUM } from './machine.mjs';
import { DEMO_ACCOUNT, freePort, withServedDemo } from './served-demo.mjs';
import { buildProduct, giveUp } from './workspace.mjs';

const LEAST = 95;
/** A busy machine makes a page look slow, and never fast: what stays below is measured again, and the best counts. */
const TRIES = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const FIGURES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

const executablePath = findChromium() ?? giveUp(HOW_TO_GET_CHROMIUM);
await buildProduct('backend', 'frontend');
const rows = await withServedDemo(measureAll);
process.stdout.write(`\n${table(rows)}\n`);
for (const { page, faults } of rows) for (const fault of faults) process.stdout.write(`${page}: ${fault}\n`);
const isGoodEnough = rows.every(isGood);
process.stdout.write(isGoodEnough ? '' : `\nA page stays below ${LEAST}.\n`);
process.exitCode = isGoodEnough ? 0 : 1;

async function measureAll(address, folder) {
  const port = await freePort();
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: [`--remote-debugging-port=${port}`, '--disable-quic', '--disable-background-networking', ...sandbox()],
  });
  try {
    const rows = [await measure('sign-in', `${address}/sign-in`, port)];
    await browser.request.post(`${address}/api/v1/auth/login`, { data: DEMO_ACCOUNT });
    const { items } = await (await browser.request.get(`${address}/api/v1/rooms`)).json();
    const busiest = items.reduce((a, b) => (b.lastSeq > a.lastSeq ? b : a));
    for (const [page, path] of [
      ['chats', '/'],
      ['conversation', `/rooms/${busiest.id}`],
      ['settings', '/settings/profile'],
    ]) {
      rows.push(await measure(page, address + path, port));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function measure(page, url, port) {
  let best = null;
  for (let attempt = 1; attempt <= TRIES && !isGood(best); attempt += 1) {
    process.stdout.write(`Measuring ${page}, ${attempt} ...\n`);
    const row = await measureOnce(page, url, port);
    if (!best || row.scores[0] > best.scores[0]) best = row;
  }
  return best;
}

async function measureOnce(page, url, port) {
  const options = { port, onlyCategories: CATEGORIES, disableStorageReset: true, logLevel: 'error' };
  const { lhr } = await lighthouse(url, options, desktopConfig);
  const audits = CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs.filter(({ weight }) => weight > 0));
  return {
    page,
    scores: CATEGORIES.map((id) => Math.round((lhr.categories[id].score ?? 0) * 100)),
    figures: FIGURES.map((id) => lhr.audits[id].displayValue ?? '-'),
    faults: audits
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': ')),
  };
}

function isGood(row) {
  return row !== null && row.scores.every((score) => score >= LEAST);
}

function table(rows) {
  const head = ['page', ...CATEGORIES, 'first paint', 'largest paint', 'blocked', 'shift'];
  const lines = [
    head,
    head.map(() => '---'),
    ...rows.map(({ page, scores, figures }) => [page, ...scores, ...figures]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Chromium's own sandbox does not start for root. */
function sandbox() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
