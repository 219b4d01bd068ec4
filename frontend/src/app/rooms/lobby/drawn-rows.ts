/** So many rows are drawn whole beyond those in sight, on either side. */
const MARGIN = 2;
/** So many are at first, before it is known which ones are in sight. */
const AT_FIRST = 12;

/** The rows of a list to draw whole: those in sight, and some around them. The others are there as a link of plain text. */
export function drawnRows(order: readonly string[], inSight: readonly string[]): ReadonlySet<string> {
  const places = inSight.map((id) => order.indexOf(id)).filter((place) => place >= 0);
  if (places.length === 0) return new Set(order.slice(0, AT_FIRST));
  const [from, to] = [Math.min(...places) - MARGIN, Math.max(...places) + MARGIN];
  return new Set(order.slice(Math.max(0, from), to + 1));
}
