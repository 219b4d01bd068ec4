import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'parley_session';
const TOKEN_BYTES = 32;
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A new token: random, opaque, known to its holder alone. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is stored of a token. A plain hash suffices, since the token itself cannot be guessed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Credentials {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

/**
 * The session token that the headers of a request or handshake carry, or null.
 * `Authorization: Bearer` comes before the cookie: who sends it means it.
 */
export function tokenFrom({ cookie, authorization }: Credentials): string | null {
  const token = bearerToken(authorization) ?? cookieValue(cookie, SESSION_COOKIE);
  return token !== undefined && TOKEN_SHAPE.test(token) ? token : null;
}

const bearerToken = (authorization = ''): string | undefined => /^Bearer +(\S+) *$/i.exec(authorization)?.[1];

function cookieValue(header = '', name: string): string | undefined {
  const pair = header
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
