// Makes the emoji lists of the client from emojibase-data: `node tools/emoji.mjs` after that package has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const require = createRequire(import.meta.url);
const FOLDER = join(import.meta.dirname, '../frontend/src/app/conversation/compose/emoji/data');
export const LANGUAGES = ['en', 'de'];
/** Newer ones are not in the fonts of many systems yet. */
const NEWEST = 15.1;
/** Skin tones and hair: parts of an emoji. */
const COMPONENTS = 2;
const TONES = ['\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'];

/** Where the list of a language stands. */
export const pathOf = (language) => join(FOLDER, `${language}.ts`);

/** The list of a language as a module: a line for each emoji, an empty one between groups. */
export async function moduleOf(language) {
  const { version } = require('emojibase-data/package.json');
  const data = require(`emojibase-data/${language}/data.json`)
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST)
    .sort((a, b) => a.order - b.order);
  const groups = [...new Set(data.map(({ group }) => group))].sort((a, b) => a - b);
  const codes = shortcodes(language);
  const list = groups
    .map((group) =>
      data
        .filter((each) => each.group === group)
        .map((each) => line(each, codes))
        .join('\n'),
    )
    .join('\n\n');
  const source = `// Made by tools/emoji.mjs from emojibase-data ${version} (MIT, see LICENSE beside this file).
/** Lines of glyph, name, short names, words, and a sign where it has skin tones; an empty line parts the groups. */
export const LIST = ${JSON.stringify(list)};`;
  return format(source, { parser: 'typescript', printWidth: 120, singleQuote: true });
}

function line(emoji, codes) {
  const words = (emoji.tags ?? []).flatMap((tag) => tag.split(' '));
  const names = new Set(emoji.label.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const extra = [...new Set(words)].filter((word) => word !== '' && !names.has(word));
  return [
    glyphOf(emoji.emoji),
    emoji.label,
    (codes.get(emoji.hexcode) ?? []).join(' '),
    extra.join(' '),
    takesTones(emoji) ? '+' : '',
  ].join('|');
}

/** The short names that people know from elsewhere, and those of the language. */
function shortcodes(language) {
  const sources = ['en/shortcodes/github', 'en/shortcodes/emojibase'];
  if (language !== 'en') sources.unshift(`${language}/shortcodes/cldr`);
  const codes = new Map();
  for (const source of sources) {
    for (const [hexcode, names] of Object.entries(require(`emojibase-data/${source}.json`))) {
      codes.set(hexcode, [...new Set([...(codes.get(hexcode) ?? []), ...[names].flat()])]);
    }
  }
  return codes;
}

/** Shown in colour by itself, an emoji needs no variation selector. */
const glyphOf = (glyph) => glyph.replace(/(\p{Emoji_Presentation})\uFE0F/gu, '$1');

/** True where the client can make each tone itself: a modifier after everybody in the picture. */
function takesTones({ emoji, skins = [] }) {
  const made = TONES.map((tone) => emoji.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, `$1${tone}`));
  const known = new Set(skins.map((skin) => skin.emoji));
  return skins.length > 0 && made.every((glyph) => known.has(glyph));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const language of LANGUAGES) writeFileSync(pathOf(language), await moduleOf(language));
  writeFileSync(join(FOLDER, 'LICENSE'), readFileSync(require.resolve('emojibase-data/LICENSE')));
}
