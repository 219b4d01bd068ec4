import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from './support/server.js';

const PAGE = '<!doctype html><title>Parley</title>';
const PROGRAM = 'export const words = [];\n'.repeat(200);
const A_PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the built client', () => {
  let directory: string;
  let server: TestServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-client-'));
    await mkdir(join(directory, 'media'));
    await writeFile(join(directory, 'index.html'), PAGE);
    await writeFile(join(directory, 'main-0a4f81c92be7.js'), 'export {};');
    await writeFile(join(directory, 'styles-4KXZQ7AB.css'), '');
    await writeFile(join(directory, 'favicon.svg'), '<svg/>');
    await writeFile(join(directory, 'chunk-4KXZQ7AC.js'), PROGRAM);
    await writeFile(join(directory, 'ngsw-worker.js'), PROGRAM);
    await writeFile(join(directory, 'manifest.webmanifest'), '{}');
    await writeFile(join(directory, 'photo.png'), PROGRAM);
    server = await TestServer.start({ clientDirectory: directory });
  });
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  it('keeps hashed files for ever and asks again for all others', async () => {
    for (const [name, type] of [
      ['main-0a4f81c92be7.js', 'javascript'],
      ['styles-4KXZQ7AB.css', 'css'],
    ] as const) {
      const { headers } = await server.visitor().get(`//${name}`);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toContain(type);
    }
    const other = await server.visitor().get('//favicon.svg');
    expect(other.headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['br', 'gzip'])('sends what is worth it as %s', async (encoding) => {
    const sent = await server.visitor().get('//chunk-4KXZQ7AC.js', { 'accept-encoding': encoding });
    expect(sent.headers.get('content-encoding')).toBe(encoding);
    expect(sent.headers.get('content-type')).toContain('javascript');
    expect(sent.headers.get('vary')).toContain('Accept-Encoding');
    expect(sent.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sent.text).toBe(PROGRAM);
  });

  it('does not repeat for each part of the page what holds for the page', async () => {
    const { headers } = await server.visitor().get('//chunk-4KXZQ7AC.js', { 'accept-encoding': 'gzip' });
    expect(headers.get('content-security-policy')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const worker = await server.visitor().get('//ngsw-worker.js');
    expect(worker.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('sends as it is what is small, no text, or asked for in part', async () => {
    const anyEncoding = { 'accept-encoding': 'br, gzip' };
    for (const path of ['//favicon.svg', '//photo.png']) {
      expect((await server.visitor().get(path, anyEncoding)).headers.get('content-encoding')).toBeNull();
    }
    const part = await server.visitor().get('//chunk-4KXZQ7AC.js', { ...anyEncoding, range: 'bytes=0-5' });
    expect([part.status, part.text]).toEqual([206, 'export']);
    const plain = await server.visitor().get('//chunk-4KXZQ7AC.js', { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), plain.text]).toEqual([null, PROGRAM]);
  });

  it('says of what is known that it has not changed, and sends it anew once it has', async () => {
    const visitor = server.visitor();
    const file = join(directory, 'worker.js');
    await writeFile(file, PROGRAM);
    const first = await visitor.get('//worker.js', { 'accept-encoding': 'gzip' });
    const tag = {
      'accept-encoding': 'gzip',
      'if-none-match': first.headers.get('etag') ?? '',
      // Left to itself, fetch would ask for a fresh answer whatever the tag.
      'cache-control': 'max-age=0',
      pragma: '-',
    };
    expect((await visitor.get('//worker.js', tag)).status).toBe(304);
    await writeFile(file, `${PROGRAM}// newer`);
    const again = await visitor.get('//worker.js', tag);
    expect([again.status, again.text]).toEqual([200, `${PROGRAM}// newer`]);
  });

  it('lets a browser install it: the worker and the manifest, always the newest', async () => {
    const worker = await server.visitor().get('//ngsw-worker.js');
    expect(worker.headers.get('content-type')).toContain('javascript');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    const manifest = await server.visitor().get('//manifest.webmanifest');
    expect(manifest.headers.get('content-type')).toContain('application/manifest+json');
    expect(manifest.headers.get('cache-control')).toBe('no-cache');
    const policy = (await server.visitor().get('//', A_PAGE)).headers.get('content-security-policy')?.split(';');
    expect(policy).toEqual(expect.arrayContaining(["worker-src 'self'", "manifest-src 'self'"]));
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
    for (const path of [
      '//..%2f..%2fetc%2fpasswd',
      '//%2e%2e/package.json',
      '//..%2fpackage.json',
      '//.env',
      '//%ff.js',
    ]) {
      expect((await server.visitor().get(path)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
