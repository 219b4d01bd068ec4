/** A piece of code, and what it is: a keyword, a string, a number, a comment, or nothing that has a colour. */
export interface Piece {
  readonly kind: '' | 'key' | 'str' | 'num' | 'com';
  readonly text: string;
}

const KEYWORDS = new Set(
  `abstract and as async await begin bool boolean break case catch char class const continue create data def default defer
  delete do double elif else end enum except export extends extern false final finally float fn for foreach from fun func
  function go if implements import in inner insert instanceof int interface into is join lambda left let limit long loop
  match mod module mut namespace new nil none not null object of on operator or order override package pass private protected
  pub public raise readonly record return satisfies select self set short static string struct super switch table template
  then this throw throws trait true try type typeof undefined union unsafe unsigned update use using val values var virtual
  void where while with yield`.split(/\s+/u),
);

const STRING = `"(?:[^"\\\\\\n]|\\\\.)*"?|'(?:[^'\\\\\\n]|\\\\.)*'?|\`(?:[^\`\\\\]|\\\\.)*\`?`;
const BLOCK = '/\\*[^]*?(?:\\*/|$)';
const COMMENTS = { slashes: `//.*|${BLOCK}`, hash: '#.*', dashes: `--.*|${BLOCK}`, block: BLOCK } as const;

/** How the languages that people paste write a comment. */
const LANGUAGES: Readonly<Record<string, keyof typeof COMMENTS>> = Object.fromEntries(
  Object.entries({
    slashes:
      'ts tsx js jsx mjs cjs typescript javascript json json5 java kt kotlin c h cc cpp c++ cs csharp go rs rust swift php scala dart proto',
    hash: 'py python rb ruby sh bash zsh shell yaml yml toml ini conf dockerfile make makefile r perl elixir ex tf graphql',
    dashes: 'sql lua hs haskell ada',
    block: 'css scss',
  }).flatMap(([comments, names]) => names.split(' ').map((name) => [name, comments as keyof typeof COMMENTS])),
);

const patterns = new Map<string, RegExp>();

/** Cuts code into pieces with a colour. What is in no language that is known keeps its own. */
export function highlight(code: string, language: string | null): readonly Piece[] {
  const comments = LANGUAGES[(language ?? '').toLowerCase().replace(/^.*\./u, '')];
  if (!comments) return [{ kind: '', text: code }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: text, index, groups = {} } of code.matchAll(patternFor(comments))) {
    const kind = kindOf(text, groups, comments);
    if (!kind) continue;
    if (index > end) pieces.push({ kind: '', text: code.slice(end, index) });
    pieces.push({ kind, text });
    end = index + text.length;
  }
  if (end < code.length) pieces.push({ kind: '', text: code.slice(end) });
  return pieces;
}

function kindOf(text: string, found: Partial<Record<string, string>>, comments: keyof typeof COMMENTS): Piece['kind'] {
  if (found['com']) return 'com';
  if (found['str']) return 'str';
  if (found['num']) return 'num';
  return KEYWORDS.has(comments === 'dashes' ? text.toLowerCase() : text) ? 'key' : '';
}

function patternFor(comments: keyof typeof COMMENTS): RegExp {
  const held = patterns.get(comments);
  if (held) return held;
  const source = `(?<com>${COMMENTS[comments]})|(?<str>${STRING})|(?<num>\\b\\d[\\w.]*)|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)`;
  const pattern = new RegExp(source, 'gu');
  patterns.set(comments, pattern);
  return pattern;
}
