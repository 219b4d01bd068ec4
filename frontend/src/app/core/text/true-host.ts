/** Letters that pass for Latin ones, or nearly. */
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\u0131\u0237\u0250-\u02af\u1d00-\u1dbf]/u;
/** What belongs in no host, such as a sign that looks like a slash, and a Latin letter with a mark of its own. */
const ODD = /[^\p{L}\p{N}\p{M}.-]|[a-z0-9]\p{M}/u;
const LATIN = /[a-z]/u;
const PLAIN = /^[\x21-\x7e]+$/u;
const HOST = /^[a-z]+:[\\/]*(?:[^\\/?#]*@)?(\[[^\]]*\]|[^\\/?#:]*)/iu;

/**
 * The host to which an address leads, where its looks may say otherwise: letters that pass for others, a name before an `@`
 * that looks like the host, numbers written in an unusual way. Null where the address says plainly where it leads.
 */
export function trueHost(address: string, url: URL): string | null {
  if (url.username || url.password) return url.host;
  const written = (HOST.exec(address)?.[1] ?? '').toLowerCase();
  if (written === url.hostname) return null;
  return PLAIN.test(written) || isDeceptive(written.normalize('NFC')) ? url.host : null;
}

/** Names of other scripts are names, in domains of their own. */
function isDeceptive(host: string): boolean {
  const labels = host.split('.');
  const isElsewhere = PLAIN.test(labels.at(-1) ?? '');
  return ODD.test(host) || labels.some((label) => LOOKALIKE.test(label) && (isElsewhere || LATIN.test(label)));
}
