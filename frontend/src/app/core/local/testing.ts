import { vi } from 'vitest';
import {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
} from 'fake-indexeddb';

const CLASSES = {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
};

/** Gives the test a browser database of its own; `vi.unstubAllGlobals` takes it away. */
export function withDatabase(database = new IDBFactory()): IDBFactory {
  for (const [name, type] of Object.entries(CLASSES)) vi.stubGlobal(name, type);
  vi.stubGlobal('indexedDB', database);
  return database;
}
