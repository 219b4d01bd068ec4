/** The kinds of pictures that people may give themselves: those that every browser shows, and that hold no script. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** What a file is by its first bytes, whatever it is called; null for what is no picture of these kinds. */
export function pictureType(bytes: Buffer): PictureType | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  if (bytes.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg';
  const [container, format] = [bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)];
  return container === 'RIFF' && format === 'WEBP' ? 'image/webp' : null;
}
