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
    const config = Config.read({});
    const { DATA_DIR, PUBLIC_URL, ...stated } = documented(path);
    expect(stated).toEqual({
      HOST: config.host,
      PORT: String(config.port),
      DATABASE_URL: config.databaseUrl ?? '',
      REDIS_URL: config.redisUrl ?? '',
      TRUST_PROXY: String(config.trustProxy),
      LOG_LEVEL: config.logLevel,
      METRICS_TOKEN: config.metricsToken ?? '',
      INSTANCE_NAME: config.instanceName ?? '',
    });
    expect(resolve(DATA_DIR ?? '')).toBe(config.dataDir);
    expect(PUBLIC_URL?.replace('$PORT', String(config.port))).toBe(config.publicUrl);
  });
});
