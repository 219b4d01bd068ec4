const FILE = 'favicon.svg';
const MARK = `<path class="bubble" d="M7 36.2V18A14 14 0 1 1 21 32H13.6L9 36.9C8.3 37.65 7 37.2 7 36.2Z"/><path class="reply" d="M14.5 18A6.5 6.5 0 1 1 27.5 18V23.2A1.3 1.3 0 0 1 26.2 24.5H21A6.5 6.5 0 0 1 14.5 18Z"/>`;
const STYLE =
  '.bubble{fill:#0b7560}.reply{fill:#fff}.ground{fill:#12201b;stroke:#fff}text{fill:#fff}' +
  '@media(prefers-color-scheme:dark){.bubble{fill:#3fcc9d}.reply{fill:#0a1210}.ground{fill:#fff;stroke:#0a1210}text{fill:#0a1210}}';

/**
 * The address of the tab's icon: the file while nothing waits, else a picture with the count on it. Beyond 99 it says so
 * with a plus, since there is no room for more.
 */
export function faviconOf(waiting: number): string {
  if (waiting <= 0) return FILE;
  const text = waiting > 99 ? '99+' : String(waiting);
  const width = 12 + 8 * text.length;
  const badge =
    `<rect class="ground" x="${39 - width}" y="17" width="${width}" height="22" rx="11" stroke-width="2"/>` +
    `<text x="${39 - width / 2}" y="33.5" text-anchor="middle" font-family="sans-serif" font-size="16" font-weight="700">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><style>${STYLE}</style>${MARK}${badge}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
