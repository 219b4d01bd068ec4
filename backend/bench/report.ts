import { median, type Run, type Target } from './run.js';

const MAGNITUDES = [100, 10, 1];

/** Four digits tell enough. */
function rounded(value: number): string {
  if (Number.isNaN(value)) return '-';
  const digits = MAGNITUDES.findIndex((magnitude) => Math.abs(value) >= magnitude);
  return Number.isInteger(value) || digits === 0 ? String(Math.round(value)) : value.toFixed(digits < 0 ? 3 : digits);
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** A table in Markdown; the first row is its head. */
export function lines(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.slice(1).map(line)].join('\n');
}

/** The runs of one workload as a table, in Markdown: a line for each size and contender, the median of the rounds. */
export function table(runs: readonly Run[]): string {
  const names = unique(runs.flatMap(({ figures }) => Object.keys(figures)));
  const sizes = [...new Set(runs.map(({ size }) => size))];
  const rows = sizes.flatMap((size) =>
    unique(runs.filter((run) => run.size === size).map(({ contender }) => contender)).map((contender) => [
      runs[0]?.workload ?? '',
      String(size),
      contender,
      ...names.map((name) => rounded(median(runs, contender, size, name))),
    ]),
  );
  return lines([['workload', 'size', 'contender', ...names], ...rows]);
}

/** What was to be reached beside what was. */
export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, is, atLeast, atMost }) => [
    what,
    rounded(is),
    atLeast === undefined ? `at most ${atMost ?? 0}` : `at least ${atLeast}`,
    isReached({ what, is, atLeast, atMost }) ? 'yes' : 'no',
  ]);
  return lines([['target', 'measured', 'wanted', 'reached'], ...rows]);
}

/** Whether what was measured is what was wanted. */
export const isReached = ({ is, atLeast = -Infinity, atMost = Infinity }: Target): boolean =>
  is >= atLeast && is <= atMost;
