import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Config, Environment } from './config.js';

const ROOT = join(import.meta.dirname, '../../..');

/** The rows of a document's table of variables: the name of each, and the default that it states. */
function documented(path: string): Record<string, string> {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const rows = text.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`)? *\|/gm);
  return Object.fromEntries([...rows].map(([, name = '', value = '']) => [name, value]));
}

describe.each(['README.md', 'docs/operations.md'])('the table of variables in %s', (path) => {
  it('has every variable that is read, and no other', () => {
    expect(Object.keys(documented(path))).toEqual(Object.keys(Environment.shape));
  });

  it('states the defaults that hold', () => {
    const { host, port, dataDir, databaseUrl, redisUrl, publicUrl, trustProxy, logLevel, metricsToken } = Config.read(
      {},
    );
    const { DATA_DIR, PUBLIC_URL, ...stated } = documented(path);
    expect(stated).toEqual({
      HOST: host,
      PORT: String(port),
      DATABASE_URL: databaseUrl ?? '',
      REDIS_URL: redisUrl ?? '',
      TRUST_PROXY: String(trustProxy),
      LOG_LEVEL: logLevel,
      METRICS_TOKEN: metricsToken ?? '',
    });
    expect(resolve(DATA_DIR ?? '')).toBe(dataDir);
    expect(PUBLIC_URL?.replace('$PORT', String(port))).toBe(publicUrl);
  });
});
