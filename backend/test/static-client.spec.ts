import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from './support/server.js';

const PAGE = '<!doctype html><title>Parley</title>';
const A_PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the built client', () => {
  let directory: string;
  let server: TestServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-client-'));
    await mkdir(join(directory, 'media'));
    await writeFile(join(directory, 'index.html'), PAGE);
    await writeFile(join(directory, 'main-4KXZQ7AB.js'), 'export {};');
    await writeFile(join(directory, 'favicon.svg'), '<svg/>');
    server = await TestServer.start({ clientDirectory: directory });
  });
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  it('keeps hashed files for ever and asks again for all others', async () => {
    const hashed = await server.visitor().get('//main-4KXZQ7AB.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toContain('javascript');
    const other = await server.visitor().get('//favicon.svg');
    expect(other.headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['//', '//index.html', '//rooms/42?jump=7', '//sign-in', '//apiary', '//media'])(
    'gives a browser that opens %s the page, afresh',
    async (path) => {
      const answer = await server.visitor().get(path, A_PAGE);
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(PAGE);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('gives the page under a policy that lets it load and reach this server alone', async () => {
    const { headers } = await server.visitor().get('//', A_PAGE);
    const policy = headers.get('content-security-policy')?.split(';') ?? [];
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", "object-src 'none'"]));
    expect(policy.join()).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['//api/v1/nothing', '//api/nothing', '//health/nothing', '//metrics'])(
    'does not stand in for the server, as under %s',
    async (path) => {
      const answer = await server.visitor().get(path, A_PAGE);
      expect(answer.status).toBe(404);
      expect(answer.problem.code).toBe('not_found');
    },
  );

  it('does not stand in for a file that is missing', async () => {
    for (const path of ['//main-OLDHASH1.js', '//logo.png']) {
      expect((await server.visitor().get(path, { accept: '*/*' })).status).toBe(404);
    }
  });

  it('gives out no file beside its own', async () => {
    for (const path of ['//..%2f..%2fetc%2fpasswd', '//%2e%2e/package.json', '//.env']) {
      expect((await server.visitor().get(path)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
