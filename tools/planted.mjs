import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files with this in their name were planted by a test, and go with it. */
export const MARK = 'zz-planted';

/**
 * A bed for files that a test plants in the tree of sources.
 * `plant(path, text)` writes one (the name has to hold MARK), `clear()` takes out all of them and the folders made for them.
 */
export function plantingBed(root) {
  const files = new Set();
  const folders = [];

  const makeFolder = (folder) => {
    if (existsSync(folder)) return;
    makeFolder(dirname(folder));
    mkdirSync(folder);
    folders.push(folder);
  };

  const clear = () => {
    for (const file of files) rmSync(file, { force: true });
    files.clear();
    for (const folder of folders.splice(0).reverse()) rmdirSync(folder);
  };
  // A test run that is stopped half-way leaves nothing behind either.
  process.once('exit', clear);

  return {
    plant(path, text) {
      if (!path.includes(MARK)) throw new Error(`${path} does not say that it was planted`);
      const file = join(root, path);
      makeFolder(dirname(file));
      files.add(file);
      writeFileSync(file, text);
      return path;
    },
    clear,
  };
}
