/** What moves in a grid that is filled row by row: the place that a key leads to from `at`. */
type Step = (at: number, count: number, columns: number) => number;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowDown: (at, count, columns) => (at + columns < count ? at + columns : lastRow(at, count, columns)),
  ArrowUp: (at, _count, columns) => at - columns,
  Home: (at, _count, columns) => at - (at % columns),
  End: (at, count, columns) => Math.min(at - (at % columns) + columns - 1, count - 1),
};

/** Where a key leads in the grid; below 0 it leads out at the top, null is for keys that do not move. */
export function movedInGrid(key: string, at: number, count: number, columns: number): number | null {
  return STEPS[key]?.(at, count, columns) ?? null;
}

/** A last row that is not full is reached at its end. */
function lastRow(at: number, count: number, columns: number): number {
  const start = Math.floor((count - 1) / columns) * columns;
  return at < start ? count - 1 : at;
}
