/** How far an element's top stands below that of the area around it, in CSS pixels. */
export const topWithin = (area: Element, element: Element): number =>
  element.getBoundingClientRect().top - area.getBoundingClientRect().top;

/** How far an element's bottom stands below the top of the area around it, in CSS pixels. */
export const bottomWithin = (area: Element, element: Element): number =>
  element.getBoundingClientRect().bottom - area.getBoundingClientRect().top;

/** The last index at which something is true that is true up to there and no further; -1 where it never is. */
export function lastTrue<T>(items: ArrayLike<T>, isTrue: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
