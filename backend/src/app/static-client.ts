import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler, Response } from 'express';
import { CompressedFiles } from './compressed-files.js';

const SERVER_PATHS = /^\/(api|socket\.io|health|metrics)(\/|$)/;
/** The build puts a hash of the content into these names, so what stands under one never changes. */
const HASHED = /-([A-Z0-9]{8}|[0-9a-f]{12})\.[a-z0-9]+$/;
const FOREVER = 'public, max-age=31536000, immutable';
/** The page, the worker and what it goes by have to be those of this very version. */
const ASK_AGAIN = 'no-cache';
/** What a browser heeds of a page and of a worker. On a part of a page it is weight: half a kilobyte for each. */
const OF_PAGES = [
  'Content-Security-Policy',
  'Cross-Origin-Embedder-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

/**
 * Serves the built client from `directory`: its files, and its page for every path that is the client's own.
 * Leaves the server's paths, and everything while there is no built client, to what comes next.
 */
export function serveClient(app: NestExpressApplication, directory: string): void {
  const files = new CompressedFiles(directory);
  app.use(files.handler(setCaching));
  app.useStaticAssets(directory, { index: false, redirect: false, setHeaders: setCaching });
  app.use(page(join(directory, 'index.html'), files));
}

function setCaching(response: Response, file: string): void {
  const isPart = HASHED.test(file);
  response.setHeader('Cache-Control', isPart ? FOREVER : ASK_AGAIN);
  if (isPart) for (const name of OF_PAGES) response.removeHeader(name);
}

/** A browser that asks for a page gets the client, which knows its own routes. A missing file stays missing. */
function page(indexHtml: string, files: CompressedFiles): RequestHandler {
  return (request, response, next) => {
    const asksForPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!asksForPage || SERVER_PATHS.test(request.path)) {
      next();
      return;
    }
    const sendPlain = (): void =>
      response.sendFile(indexHtml, { cacheControl: false, headers: { 'Cache-Control': ASK_AGAIN } }, (error) => {
        if (error && !response.headersSent) next();
      });
    files.send(indexHtml, request, response, setCaching).then((isSent) => isSent || sendPlain(), next);
  };
}
