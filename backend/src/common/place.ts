/** The columns of places and revisions are 32 bits wide on PostgreSQL; one above this still fits. */
const LAST = 2 ** 31 - 2;

/** A place or revision that a query names. What no room can reach lies beyond every room, however far. */
export const placeOf = (query: string): number => Math.min(Number(query), LAST);
