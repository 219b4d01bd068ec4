/**
 * Lays the children of an area out one below the other, since the document of unit tests has no layout: their places follow from
 * their heights and from how far the area is scrolled, which stays within its content. Returns what takes it away again.
 *
 * @param selector the area that scrolls, as high as `viewHeight`
 * @param heightOf the height of a child
 */
export function layOut(selector: string, viewHeight: number, heightOf: (child: HTMLElement) => number): () => void {
  const childrenOf = (area: Element): HTMLElement[] => [...area.children] as HTMLElement[];
  const sum = (children: readonly HTMLElement[]): number =>
    children.reduce((height, child) => height + heightOf(child), 0);
  const contentOf = (area: Element): number => Math.max(viewHeight, sum(childrenOf(area)));
  const scrolled = new WeakMap<Element, number>();
  const topOf = (element: HTMLElement): number => {
    const area = element.parentElement;
    if (!area?.matches(selector)) return 0;
    const siblings = childrenOf(area);
    return sum(siblings.slice(0, siblings.indexOf(element))) - (scrolled.get(area) ?? 0);
  };
  const ownHeight = (element: Element): number =>
    element.matches(selector) ? viewHeight : heightOf(element as HTMLElement);

  return replace(Element.prototype, {
    getBoundingClientRect: {
      value(this: HTMLElement) {
        return new DOMRect(0, topOf(this), 0, ownHeight(this));
      },
    },
    clientHeight: {
      get(this: Element) {
        return ownHeight(this);
      },
    },
    scrollHeight: {
      get(this: Element) {
        return contentOf(this);
      },
    },
    scrollTop: {
      get(this: Element) {
        return scrolled.get(this) ?? 0;
      },
      set(this: Element, top: number) {
        scrolled.set(this, Math.min(Math.max(0, top), contentOf(this) - viewHeight));
      },
    },
  });
}

/** Puts other properties in the place of an object's own; returns what puts them back. */
function replace(target: object, properties: PropertyDescriptorMap): () => void {
  const before = Object.keys(properties).map((name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const);
  for (const [name, property] of Object.entries(properties)) {
    Object.defineProperty(target, name, { ...property, configurable: true });
  }
  return () => {
    for (const [name, property] of before) if (property) Object.defineProperty(target, name, property);
  };
}
