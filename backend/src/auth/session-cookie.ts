import { Injectable } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import { Config } from '../config/config.js';
import { SESSION_COOKIE } from './token.js';

/** The longest that browsers keep a cookie. One that outlives its session does no harm: the server knows the end. */
const MAX_AGE_MS = 400 * 24 * 60 * 60 * 1_000;

/** Writes the session cookie, the same way every time. */
@Injectable()
export class SessionCookie {
  private readonly attributes: CookieOptions;

  constructor(config: Config) {
    this.attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: config.secureCookies };
  }

  set(response: Response, token: string): void {
    response.cookie(SESSION_COOKIE, token, { ...this.attributes, maxAge: MAX_AGE_MS });
  }

  clear(response: Response): void {
    response.clearCookie(SESSION_COOKIE, this.attributes);
  }
}
