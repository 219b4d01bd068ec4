const MOST = 3;
/** No emoji of the standard is longer than this, in code units. */
const LONGEST = 40;
// Written as a string: the compiler's target does not know the flag yet, browsers do.
const EMOJI = new RegExp('^(?:\\p{RGI_Emoji}|\\p{Emoji_Presentation}.*)$', 'v');

let graphemes: Intl.Segmenter | undefined;

/** True for one to three emoji and nothing else, which are shown large. */
export function isEmojiOnly(body: string): boolean {
  const text = body.trim();
  // Nearly all that is written begins with a letter, and asks for none of the tables below, which take long to load.
  if (text.length > MOST * LONGEST || /^[^\d#*\u0080-\uffff]/.test(text)) return false;
  if (!/^\p{Emoji}/u.test(text)) return false;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment).filter((sign) => sign.trim() !== '');
  return signs.length > 0 && signs.length <= MOST && signs.every((sign) => EMOJI.test(sign));
}
