import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config.js';

/**
 * What a browser may do with our pages: load what we serve, talk to us, and nothing else.
 * A foreign page cannot make a browser send a changing request with our cookie.
 */
export function secure(app: NestExpressApplication, config: Config): void {
  const origin = new URL(config.publicUrl).origin;
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        baseUri: "'self'",
        connectSrc: ["'self'", origin.replace(/^http/, 'ws')],
        fontSrc: "'self'",
        formAction: "'self'",
        frameAncestors: "'none'",
        imgSrc: ["'self'", 'data:', 'blob:'],
        manifestSrc: "'self'",
        objectSrc: "'none'",
        scriptSrc: "'self'",
        // Angular puts the styles of its components into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: "'self'",
      },
    },
    strictTransportSecurity: config.secureCookies,
    xFrameOptions: { action: 'deny' },
  });
  // Answers of the API are the caller's own, and are asked for afresh.
  app.set('etag', false);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.enableCsrfProtection({ trustedOrigins: [origin] });
}
