/** A picture's own size, in its pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A square part of a picture: its middle, and how much nearer it is than the largest square that fits. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const MOST_ZOOM = 4;

/** The largest square in the middle. */
export const wholeOf = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: 1 });

/** The side of the square, in the picture's pixels. */
export const sideOf = ({ width, height }: Size, { zoom }: Crop): number => Math.min(width, height) / zoom;

/** The square moved, in parts of its own side; it stays inside the picture. */
export function moved(size: Size, crop: Crop, right: number, down: number): Crop {
  const side = sideOf(size, crop);
  return inside(size, { ...crop, x: crop.x + right * side, y: crop.y + down * side });
}

/**
 * The square at another zoom, while the point under `at` (in parts of its side, from its middle) stays where it is.
 * Stays between the whole and `MOST_ZOOM`, and inside the picture.
 */
export function zoomed(size: Size, crop: Crop, zoom: number, at = { right: 0, down: 0 }): Crop {
  const next = { ...crop, zoom: Math.min(MOST_ZOOM, Math.max(1, zoom)) };
  const grown = sideOf(size, crop) - sideOf(size, next);
  return inside(size, { ...next, x: crop.x + at.right * grown, y: crop.y + at.down * grown });
}

function inside(size: Size, crop: Crop): Crop {
  const half = sideOf(size, crop) / 2;
  return { ...crop, x: between(half, size.width - half, crop.x), y: between(half, size.height - half, crop.y) };
}

const between = (low: number, high: number, value: number): number => Math.min(high, Math.max(low, value));
