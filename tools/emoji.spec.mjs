import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, moduleOf, pathOf } from './emoji.mjs';

describe('the emoji lists of the client', () => {
  it.each(LANGUAGES)('are those of the installed package (%s)', async (language) => {
    expect(readFileSync(pathOf(language), 'utf8')).toBe(await moduleOf(language));
  });

  it.each(LANGUAGES)('tell of skin tones where there are some, and only there (%s)', async (language) => {
    const list = await moduleOf(language);
    expect(list).toMatch(/\\n👍\|[^\\]*\|\+\\n/u);
    expect(list).toMatch(/\\n🎉\|[^\\]*\|\\n/u);
  });
});
