import { LIMITS } from '#shared';
import { type Crop, sideOf } from './crop';

/** The side of a finished picture, in pixels: enough for the largest face on a fine screen. */
const SIDE = 256;

/** What a picture is stored as, best first: the first that the browser can write and that is small enough. */
const FORMATS = [
  { type: 'image/webp', quality: 0.9 },
  { type: 'image/webp', quality: 0.7 },
  { type: 'image/jpeg', quality: 0.85 },
  { type: 'image/jpeg', quality: 0.6 },
] as const;

/** The first picture among files that were chosen, dropped or pasted. */
export const pictureAmong = (files: FileList | null | undefined): File | null =>
  [...(files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;

/** Reads a file's picture, upright. @returns null for what the browser cannot read */
export const readPicture = (file: Blob): Promise<ImageBitmap | null> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);

/** Draws the part of a picture that was chosen over a whole canvas. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const pen = canvas.getContext('2d');
  const side = sideOf(picture, crop);
  if (!pen) return;
  pen.imageSmoothingQuality = 'high';
  // A picture may be clear in parts; what lies behind it is white, as on paper.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, canvas.width, canvas.height);
}

/** The chosen part as a file that the server takes. @throws Error where the browser can write none */
export async function finished(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  draw(canvas, picture, crop);
  for (const { type, quality } of FORMATS) {
    const blob = await written(canvas, type, quality);
    // A browser that cannot write a type writes another one.
    if (blob?.type === type && blob.size <= LIMITS.requestBytes) return blob;
  }
  throw new Error('no format of a picture can be written');
}

const written = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));
