import { bareAddressesIn } from './bare-address';
import type { Inline } from './nodes';
import { trueHost } from './true-host';

/** Something inside a line in which no sign of formatting counts. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly node: Inline;
}

/** What cannot be seen, or turns the direction of reading, ends an address. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.(?=[\p{L}\p{N}]))[^<>"\p{Bidi_Control}\u200b-\u200d\u2060]+/iu;
const MAIL = /(?<![\p{L}\p{N}@.+%/_-])[a-z0-9][\w.+%-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}/giu;
/** Punctuation that ends the sentence, or a mark around the address, and not the address. */
const TRAILING = `.,;:!?'")]}\u2019\u201c\u201d\u2039\u203a\u00ab\u00bb\u2026\u060c\u061b\u061f\u3001\u3002\uff01\uff09\uff0c\uff1f*_~`;

/** Where a link leads, and the host to be told where its looks may say otherwise. */
interface Goal {
  readonly href: string;
  readonly leadsTo: string | null;
}

/** The addresses in a word, be it of pages or of mailboxes. Only http, https and mailto become links. */
export function linksIn(word: string, offset: number): Atom[] {
  const page = ADDRESS.exec(word);
  if (page) return linkAt(trimAddress(page[0]), offset + page.index, asPage);
  const mails = word.includes('@') ? [...word.matchAll(MAIL)] : [];
  if (mails.length > 0) return mails.flatMap((mail) => linkAt(mail[0], offset + mail.index, asMailbox));
  return [...bareAddressesIn(word)].flatMap(({ text, index }) => linkAt(trimAddress(text), offset + index, asPage));
}

function linkAt(text: string, start: number, goalOf: (text: string) => Goal | null): Atom[] {
  const goal = goalOf(text);
  return goal ? [{ start, end: start + text.length, node: { kind: 'link', text, ...goal } }] : [];
}

/** A closing bracket stays where the address itself has opened it. */
function trimAddress(address: string): string {
  let end = address.length;
  while (TRAILING.includes(address.charAt(end - 1)) && end > 0) end -= 1;
  const trimmed = address.slice(0, end);
  return address.startsWith(')', end) && trimmed.includes('(') ? `${trimmed})` : trimmed;
}

function asPage(address: string): Goal | null {
  const full = /^https?:/iu.test(address) ? address : `https://${address}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return { href: url.href, leadsTo: trueHost(full, url) };
}

const asMailbox = (text: string): Goal => ({ href: `mailto:${text}`, leadsTo: null });
