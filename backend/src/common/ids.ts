import { v7 } from 'uuid';

/** A new id: a UUIDv7, so that rows which are made one after the other stand beside each other in an index. */
export const newId = (): string => v7();
