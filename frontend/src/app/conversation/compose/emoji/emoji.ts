/** One emoji with all the words by which it is found. */
export interface Emoji {
  readonly glyph: string;
  readonly name: string;
  /** Short names without their colons, the most usual one first. */
  readonly codes: readonly string[];
  readonly words: readonly string[];
  /** Whether it can be shown in a skin tone. */
  readonly hasTones: boolean;
}

export const TONES = ['', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'] as const;
export type Tone = (typeof TONES)[number];

/** The glyph in a skin tone: everybody in the picture takes it. */
export function inTone({ glyph, hasTones }: Pick<Emoji, 'glyph' | 'hasTones'>, tone: Tone): string {
  return hasTones && tone ? glyph.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, `$1${tone}`) : glyph;
}

/** Reads a generated list: its groups in their order. */
export function parseEmojis(list: string): readonly (readonly Emoji[])[] {
  return list.split('\n\n').map((group) => group.split('\n').map(parseLine));
}

function parseLine(line: string): Emoji {
  const [glyph = '', name = '', codes = '', words = '', tones = ''] = line.split('|');
  return { glyph, name, codes: codes.split(' '), words: words ? words.split(' ') : [], hasTones: tones !== '' };
}
