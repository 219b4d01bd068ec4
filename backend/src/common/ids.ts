import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Random bytes are drawn for many ids at once: a draw costs much the same whatever its size. */
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;

/** A new id: a UUIDv7, so that rows which are made one after the other stand beside each other in an index. */
export const newId = (): string => v7({ random: nextBytes() });

function nextBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.slice(used - BYTES, used);
}
