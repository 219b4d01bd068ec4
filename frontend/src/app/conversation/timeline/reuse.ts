/**
 * Puts the items of before in the place of equal new ones, so that what has not changed is not drawn again.
 * Items are plain records of plain values.
 */
export function reuseEqual<T extends { readonly key: string }>(
  before: ReadonlyMap<string, T>,
  items: readonly T[],
): T[] {
  return items.map((item) => {
    const held = before.get(item.key);
    return held && isEqual(held, item) ? held : item;
  });
}

function isEqual<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((name) => a[name] === b[name]);
}
