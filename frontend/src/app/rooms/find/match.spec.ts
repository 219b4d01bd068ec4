import { FIT, matchOf, type Fit } from './match';

/** The text with what was meant in brackets. */
function marked(text: string, search: string): string | null {
  const match = matchOf(text, search);
  if (!match) return null;
  return [...match.marks].reverse().reduce((shown, [from, to]) => {
    return `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`;
  }, text);
}

describe('a match', () => {
  it.each<[string, string, string, Fit]>([
    ['Release 2.8', 're', '[Re]lease 2.8', FIT.start],
    ['Ren\u00e9 Marchetti', 'rene m', '[Ren\u00e9 M]archetti', FIT.start],
    ['Design crit', 'crit', 'Design [crit]', FIT.words],
    ['Grace Lindqvist', 'lin gr', '[Gr]ace [Lin]dqvist', FIT.words],
    ['Weekly Design Crit', 'dc', 'Weekly [D]esign [C]rit', FIT.initials],
    ['Support rota', 'port', 'Sup[port] rota', FIT.within],
    ['Research notes', 'rsn', '[R]e[s]earch [n]otes', FIT.loose],
    ['\u00c5ngstr\u00f6m \u{1f680} launch', 'launch', '\u00c5ngstr\u00f6m \u{1f680} [launch]', FIT.words],
    ['\u00c5ngstr\u00f6m', 'ANG', '[\u00c5ng]str\u00f6m', FIT.start],
  ])('%s is found by "%s": %s', (text, search, shown, fit) => {
    expect(marked(text, search)).toBe(shown);
    expect(matchOf(text, search)?.fit).toBe(fit);
  });

  it.each([
    ['Release 2.8', 'retro'],
    ['Release 2.8', ''],
    ['Release 2.8', '   '],
    // Two letters that only follow each other somewhere say nothing.
    ['Release 2.8', 'rs'],
    // A loose match begins where a word does.
    ['Release 2.8', 'eas8'],
    ['', 'a'],
  ])('%s is not found by "%s"', (text, search) => {
    expect(matchOf(text, search)).toBeNull();
  });
});
