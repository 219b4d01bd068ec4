// `node tools/icons.mjs`: draws the icons of the installed client anew from the mark. What it makes is committed.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium, HOW_TO_GET_CHROMIUM } from './machine.mjs';
import { giveUp, ROOT } from './workspace.mjs';

const GROUND = '#0c3d31';
const BUBBLE = '#4fd3a8';
const MARK =
  `<path fill="${BUBBLE}" d="M7 36.2V18A14 14 0 1 1 21 32H13.6L9 36.9C8.3 37.65 7 37.2 7 36.2Z"/>` +
  `<path fill="${GROUND}" d="M14.5 18A6.5 6.5 0 1 1 27.5 18V23.2A1.3 1.3 0 0 1 26.2 24.5H21A6.5 6.5 0 0 1 14.5 18Z"/>`;

// `share` is how much of the side the mark takes: a mask may cut off a fifth on each side. `corner` is that of the ground.
const ICONS = [
  { name: 'icon-192.png', size: 192, share: 0.64, corner: 0.22 },
  { name: 'icon-512.png', size: 512, share: 0.64, corner: 0.22 },
  { name: 'icon-maskable-512.png', size: 512, share: 0.5, corner: 0 },
  { name: 'apple-touch-icon.png', size: 180, share: 0.6, corner: 0 },
];

function drawing({ size, share, corner }) {
  const side = size * share;
  const [left, top] = [(size - side) / 2, (size - side) / 2];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${size * corner}" fill="${GROUND}"/>
    <svg x="${left}" y="${top}" width="${side}" height="${side}" viewBox="3.5 3.5 35 35">${MARK}</svg>
  </svg>`;
}

const browser = await chromium.launch({
  executablePath: findChromium() ?? giveUp(HOW_TO_GET_CHROMIUM),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const icon of ICONS) {
  await page.setViewportSize({ width: icon.size, height: icon.size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing(icon)}`);
  await page.screenshot({ path: join(ROOT, 'frontend/public/icons', icon.name), omitBackground: true });
}
await browser.close();
