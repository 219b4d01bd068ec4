const TINTS = 8;

/** The tint, 1 to 8, of a person or room: the same for an id on every device and for good. */
export function tintOf(id: string): number {
  // FNV-1a: short, and spreads ids that differ only at their end.
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 0) % TINTS) + 1;
}

/** The tint's ground, as a CSS value. */
export const tintGround = (id: string): string => `var(--t${tintOf(id)})`;

/** The tint's ink, for letters on the ground and for a sender's name, as a CSS value. */
export const tintInk = (id: string): string => `var(--t${tintOf(id)}-ink)`;
