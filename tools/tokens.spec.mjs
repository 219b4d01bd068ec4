// Every token that the client's styles ask for is defined somewhere: a name that is not draws nothing, and says nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './workspace.mjs';

const SOURCES = join(ROOT, 'frontend/src');

/** What Angular Material defines by itself. */
const FOREIGN = /^--(mat|mdc)-/;

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(css|ts|html)$/.test(file) && !/\.(spec|harness)\.ts$/.test(file),
);
const texts = files.map((file) => [file, readFileSync(join(SOURCES, file), 'utf8')]);

const defined = new Set(
  texts.flatMap(([, text]) => [...text.matchAll(/(--[\w-]+)['"\]]*\s*:/g)].map(([, name]) => name)),
);
for (const [, text] of texts) {
  for (const [, name] of text.matchAll(/(?:setProperty\('|\[style\.)(--[\w-]+)/g)) defined.add(name);
}

describe('the tokens of the client', () => {
  it('are all defined where they are asked for without a fallback', () => {
    const missing = texts.flatMap(([file, text]) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, name]) => name)
        .filter((name) => !FOREIGN.test(name) && !name.endsWith('-') && !defined.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('were looked for where there are many', () => {
    expect(defined.size).toBeGreaterThan(50);
  });
});
