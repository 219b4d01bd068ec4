/** One icon on the 24 px grid: strokes, dots that are drawn with a thicker pen, and what is filled. */
export interface IconShape {
  readonly lines: string;
  readonly dots?: string;
  readonly filled?: string;
}

const circle = (cx: number, cy: number, r: number): string =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

const rect = (x: number, y: number, w: number, h: number, r: number): string => {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}` +
    `h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}`
  );
};

export const ICONS = {
  alert: { lines: `${circle(12, 12, 8)}M12 7.8V12.5`, dots: 'M12 16v.01' },
  back: { lines: 'M19 12H5.5M11 6l-6 6 6 6' },
  archive: { lines: `${rect(4.5, 5, 15, 4, 1.2)}M6 9v8.5A2 2 0 0 0 8 19.5h8a2 2 0 0 0 2-2V9M10 12.8h4` },
  ban: { lines: `${circle(12, 12, 8)}M6.5 6.5l11 11` },
  bell: { lines: 'M6.5 10a5.5 5.5 0 0 1 11 0c0 4 1.3 5 2 6H4.5c.7-1 2-2 2-6M10 19.3a2.3 2.3 0 0 0 4 0' },
  chat: { lines: 'M4.5 19.5V11.5A7.5 7.5 0 1 1 12 19ZM8.8 10.2h6.4M8.8 13.2h4.2' },
  check: { lines: 'm5 12.5 4.5 4.5L19 7.5' },
  clock: { lines: `${circle(12, 12, 8)}M12 7.5V12l3 2` },
  close: { lines: 'M6.5 6.5l11 11M17.5 6.5l-11 11' },
  contrast: { lines: circle(12, 12, 7.5), filled: 'M12 4.5v15a7.5 7.5 0 0 0 0-15Z' },
  copy: {
    lines: `${rect(8.5, 8.5, 11, 11, 2.5)}M15.5 5.5a2 2 0 0 0-2-1.5H7a3 3 0 0 0-3 3v6.5a2 2 0 0 0 1.5 2`,
  },
  down: { lines: 'm6 9.5 6 6 6-6' },
  edit: { lines: 'M5 19l.8-3.7L15.9 5.2a1.8 1.8 0 0 1 2.6 0l.3.3a1.8 1.8 0 0 1 0 2.6L8.7 18.2ZM13.8 7.3l2.9 2.9' },
  eye: { lines: `M3 12c2-3.9 5.1-6 9-6s7 2.1 9 6c-2 3.9-5.1 6-9 6s-7-2.1-9-6Z${circle(12, 12, 2.75)}` },
  'eye-off': {
    lines: `M3 12c2-3.9 5.1-6 9-6s7 2.1 9 6c-2 3.9-5.1 6-9 6s-7-2.1-9-6Z${circle(12, 12, 2.75)}M4.5 4.5l15 15`,
  },
  gauge: { lines: 'M3.5 12h4l2.5-6.5 4 13 2.5-6.5h4' },
  hash: { lines: 'M9.5 4.5 8 19.5M16 4.5l-1.5 15M5 9.5h14.5M4.5 14.5H19' },
  image: { lines: `${rect(4.5, 5.5, 15, 13, 2.5)}M5 16l4-4 3 3 2.5-2.5 4.5 4.5`, dots: 'M14.5 9.3v.01' },
  info: { lines: `${circle(12, 12, 8)}M12 11.5v4.5`, dots: 'M12 8.3v.01' },
  key: { lines: `${circle(8, 15.5, 3.5)}M10.5 13l8-8M15 8.5l2.5 2.5` },
  keys: {
    lines: `${rect(3.5, 6.5, 17, 11, 2.5)}M8.5 14h7`,
    dots: 'M7.5 10.5v.01M11 10.5v.01M14.5 10.5v.01M17 10.5v.01',
  },
  leave: { lines: 'M13.5 4.5H8a2.5 2.5 0 0 0-2.5 2.5v10A2.5 2.5 0 0 0 8 19.5h5.5M10.5 12H19.5M16 8.5l3.5 3.5-3.5 3.5' },
  lock: { lines: `${rect(5.5, 10.5, 13, 9, 2.5)}M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5` },
  moon: { lines: 'M19.5 14.3A7.8 7.8 0 1 1 9.7 4.5a6.2 6.2 0 0 0 9.8 9.8Z' },
  more: { lines: '', dots: 'M12 5.5v.01M12 12v.01M12 18.5v.01' },
  minus: { lines: 'M5.5 12h13' },
  mute: {
    lines:
      'M8.2 5.8A5.5 5.5 0 0 1 17.5 10c0 2.5.5 4 1.2 5M6.6 8.5C6.3 13.5 5 14.5 4.5 16h11.5M10 19.3a2.3 2.3 0 0 0 4 0M4.5 4.5l15 15',
  },
  new: {
    lines:
      'M12.5 4.5H8A3.5 3.5 0 0 0 4.5 8v8A3.5 3.5 0 0 0 8 19.5h8a3.5 3.5 0 0 0 3.5-3.5v-4.5M10 14l.6-2.9 7.3-7.3a1.6 1.6 0 0 1 2.3 2.3l-7.3 7.3Z',
  },
  next: { lines: 'm9.5 6 6 6-6 6' },
  pin: { lines: 'M9 4.5h6l-.7 5 3.2 3.5v1.5h-11V13l3.2-3.5ZM12 14.5v5.5' },
  plus: { lines: 'M12 5.5v13M5.5 12h13' },
  reply: { lines: 'M9.5 6 4.5 11l5 5M4.5 11h9a6 6 0 0 1 6 6v1' },
  retry: { lines: 'M19 12a7 7 0 1 1-2.2-5.1M19.2 4.5v3.7h-3.7' },
  screen: { lines: `${rect(3.5, 5, 17, 11.5, 2.5)}M12 16.5V20M8.5 20h7` },
  search: { lines: `${circle(11, 11, 6.5)}M16 16l4 4` },
  send: {
    lines: 'M4.2 5.6c-.3-.9.6-1.8 1.5-1.4l13.7 6.8c.9.4.9 1.6 0 2L5.7 19.8c-.9.4-1.8-.5-1.5-1.4L6 12ZM6 12h6.5',
  },
  sliders: { lines: `M4.5 7.5h8M17.5 7.5h2M4.5 16.5h2M11.5 16.5h8${circle(15, 7.5, 2.5)}${circle(9, 16.5, 2.5)}` },
  smile: {
    lines: `${circle(12, 12, 8.25)}M8.5 14.2c.8 1.2 2 1.9 3.5 1.9s2.7-.7 3.5-1.9`,
    dots: 'M9.2 9.8v.01M14.8 9.8v.01',
  },
  trash: {
    lines:
      'M5 7h14M9.5 7V5.5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1V7M7 7l.7 10.6a2 2 0 0 0 2 1.9h4.6a2 2 0 0 0 2-1.9L17 7M10.3 10.8v5M13.7 10.8v5',
  },
  up: { lines: 'm6 14.5 6-6 6 6' },
  user: { lines: `${circle(12, 8.5, 3.75)}M5 19.5c.7-3.4 3.5-5 7-5s6.3 1.6 7 5` },
  users: {
    lines: `${circle(9.5, 9, 3.25)}M3.5 18.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5M15.5 6a3 3 0 0 1 0 6M17.5 14.5c1.6.6 2.7 2 3 4`,
  },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICONS;
