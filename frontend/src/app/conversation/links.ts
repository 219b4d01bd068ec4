export interface TextPart {
  readonly text: string;
  /** Where the part leads, if it is a link. */
  readonly href: string | null;
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;
/** Punctuation that ends the sentence and not the address. */
const TRAILING = /[.,;:!?'")\]}\u2019\u201d]+$/u;

/** Splits a message into plain text and links. Only http and https become links. */
export function findLinks(body: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of body.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    const href = asHref(address);
    if (!href) continue;
    if (match.index > end) parts.push({ text: body.slice(end, match.index), href: null });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < body.length) parts.push({ text: body.slice(end), href: null });
  return parts;
}

/** A closing bracket stays where the address itself has opened it. */
function trimAddress(address: string): string {
  const trimmed = address.replace(TRAILING, '');
  const rest = address.slice(trimmed.length);
  return rest.startsWith(')') && trimmed.includes('(') ? `${trimmed})` : trimmed;
}

function asHref(address: string): string | null {
  const full = /^https?:/iu.test(address) ? address : `https://${address}`;
  return URL.canParse(full) ? new URL(full).href : null;
}
