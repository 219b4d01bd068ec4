interface Box {
  readonly width: number;
  readonly height: number;
}

/** Room above the highest and below the lowest point, as a share of the height. */
const MARGIN = 0.1;

/**
 * The path of a line through the values, from the left edge of the box to the right. The lowest value stands near the
 * bottom and the highest near the top; a line that does not move runs through the middle. One value or none draws nothing.
 */
export function sparkPath(values: readonly number[], { width, height }: Box): string {
  if (values.length < 2) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (index: number) => round((index / (values.length - 1)) * width);
  const y = (value: number) =>
    most === least ? height / 2 : round(height * (1 - MARGIN - ((value - least) / (most - least)) * (1 - 2 * MARGIN)));
  return `M${values.map((value, index) => `${x(index)} ${y(value)}`).join('L')}`;
}

const round = (number: number): number => Math.round(number * 10) / 10;
