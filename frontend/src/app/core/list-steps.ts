/** Where a key leads in a list of so many, from one place in it; -1 is no place. */
export type ListStep = (at: number, count: number) => number;

export const LIST_STEPS: Readonly<Record<string, ListStep>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};
