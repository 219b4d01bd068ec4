import { join } from 'node:path';
import { Child } from '../children.js';

/** Seen from this file's place in the build. */
const PARLEY = join(import.meta.dirname, '../../src/main.js');

export type Contender = 'parley' | 'naive' | 'raw';
export const CONTENDERS: readonly Contender[] = ['naive', 'parley', 'raw'];

/** Starts Parley on a data folder; its address is what it said. */
export const startParley = (folder: string, variables: Record<string, string> = {}): Promise<Child> =>
  Child.server(PARLEY, [], { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...variables });

/** Starts a contender on a data folder that was seeded for Parley. */
export const startContender = (contender: Contender, folder: string): Promise<Child> =>
  contender === 'parley'
    ? startParley(folder)
    : Child.server(join(import.meta.dirname, `${contender}-server.js`), [folder], {});
