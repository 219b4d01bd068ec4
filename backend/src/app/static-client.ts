import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler, Response } from 'express';

const SERVER_PATHS = /^\/(api|socket\.io|health|metrics)(\/|$)/;
/** The build puts a hash of the content into these names, so what stands under one never changes. */
const HASHED = /-[A-Z0-9]{8}\.[a-z0-9]+$/;
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/**
 * Serves the built client from `directory`: its files, and its page for every path that is the client's own.
 * Leaves the server's paths, and everything while there is no built client, to what comes next.
 */
export function serveClient(app: NestExpressApplication, directory: string): void {
  app.useStaticAssets(directory, { index: false, redirect: false, setHeaders: setCaching });
  app.use(page(join(directory, 'index.html')));
}

function setCaching(response: Response, file: string): void {
  response.setHeader('Cache-Control', HASHED.test(file) ? FOREVER : ASK_AGAIN);
}

/** A browser that asks for a page gets the client, which knows its own routes. A missing file stays missing. */
function page(indexHtml: string): RequestHandler {
  return (request, response, next) => {
    const asksForPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!asksForPage || SERVER_PATHS.test(request.path)) {
      next();
      return;
    }
    response.sendFile(indexHtml, { cacheControl: false, headers: { 'Cache-Control': ASK_AGAIN } }, (error) => {
      if (error && !response.headersSent) next();
    });
  };
}
