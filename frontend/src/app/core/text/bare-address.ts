/** Endings that hardly anybody writes but in an address: what ends with one is an address as it stands. */
const PLAIN_ENDINGS = new Set('com org net edu gov io dev app eu de ch fr nl dk cz uk jp nz'.split(' '));
/**
 * Endings that are words or parts of code as well: they count before a path alone. Those that are endings of files too
 * (`.md`, `.rs`, `.sh`, `.py`) never do.
 */
const ENDINGS_BEFORE_PATH = new Set(
  [
    'at au be br ca cn es fi gr hu ie il in is it kr li lt lu lv me mx no pl pt ro ru se sk tr tv ua us za',
    'ac ai biz blog chat co design fm gg gl ly online shop social so to wiki xyz',
  ].flatMap((each) => each.split(' ')),
);

/** Starts no part of a longer name, of a path, of a mailbox or of an address of another kind; marks may stand before it. */
const START = String.raw`(?=[\p{L}\p{N}])(?<![\p{L}\p{N}\p{M}]_*|[@.+%/\\:=&#$-])`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?`;
/** What goes on like a name, a call or a mailbox was no address. */
const END = String.raw`(?![\p{L}\p{N}\p{M}@(=[-]|_+[\p{L}\p{N}]|\.[\p{L}\p{N}])`;
const REST = String.raw`(?::\d{1,5}(?!\d))?(?:[/?#][^<>"\p{Bidi_Control}\u200b-\u200d\u2060]*)?`;
const BARE = new RegExp(String.raw`${START}(?:${LABEL}\.)+(?<ending>[a-z]{2,})${END}${REST}`, 'giu');

/** The addresses in a word that were written without `https://`, such as `example.org/a`. */
export function* bareAddressesIn(word: string): Generator<{ readonly text: string; readonly index: number }> {
  for (const { 0: text, index, groups } of word.matchAll(BARE)) {
    if (isAddress(text, groups?.['ending'] ?? '')) yield { text, index };
  }
}

/** In capitals the last part is rather that of a product's name, as in ASP.NET. */
function isAddress(text: string, ending: string): boolean {
  if (PLAIN_ENDINGS.has(ending)) return true;
  const known = ending.toLowerCase();
  return /[^/]\/[^/]/u.test(text) && (PLAIN_ENDINGS.has(known) || ENDINGS_BEFORE_PATH.has(known));
}
