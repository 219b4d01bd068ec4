/**
 * The conversation before or after the one that is open, in the order of the list. At an end it goes on at the other; from
 * nowhere it begins at the nearer end. Null where there is no other.
 */
export function neighbour(ids: readonly string[], openId: string | null, step: 1 | -1): string | null {
  const at = openId === null ? -1 : ids.indexOf(openId);
  const next = at < 0 ? ids.at(step > 0 ? 0 : -1) : ids.at((at + step) % ids.length);
  return next === undefined || next === openId ? null : next;
}

/** The nearest conversation before or after the open one in which something waits. */
export function neighbourWaiting(
  ids: readonly string[],
  openId: string | null,
  step: 1 | -1,
  isWaiting: (id: string) => boolean,
): string | null {
  return neighbour(
    ids.filter((id) => id === openId || isWaiting(id)),
    openId,
    step,
  );
}
