/**
 * The path that a visitor was on the way to, out of `?next=`; `/` for anything that would lead
 * off this origin, since links with a `next` can come from anybody.
 */
export function nextPath(next: string | null | undefined, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : '/';
}
