import { describe, expect, it } from 'vitest';
import { mismatch } from './node-version.mjs';

describe('the Node version', () => {
  const range = '^20.19.0 || ^22.13.0 || >=24.11.0';

  it.each(['20.19.0', '20.20.2', '22.13.0', '24.11.0', '26.0.1'])('may be %s', (version) => {
    expect(mismatch(version, range)).toBeNull();
  });

  it.each(['18.20.0', '20.18.9', '21.7.0', '22.12.0', '23.1.0', '24.10.0'])('may not be %s', (version) => {
    expect(mismatch(version, range)).toBe(version);
  });
});
