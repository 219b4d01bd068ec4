import { Problem } from '#shared';
import * as z from 'zod';

/** What the server answered. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  /** The body, which has to fit a schema of the contract. */
  read<S extends z.core.$ZodType>(schema: S): z.output<S> {
    return z.parse(schema, JSON.parse(this.text));
  }

  /** The problem of a refusal, which has to be sent as one. */
  get problem(): Problem {
    const type = this.headers.get('content-type') ?? '';
    if (!type.startsWith('application/problem+json')) throw new Error(`not a problem but ${type}: ${this.text}`);
    return this.read(Problem);
  }
}

/** A program or browser that talks to the REST API and keeps its session cookie. */
export class Client {
  cookie: string | undefined;

  constructor(readonly url: string) {}

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), headers);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.send('PUT', path, JSON.stringify(body));
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, JSON.stringify(body));
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** Sends a body as it stands. Paths are below `/api/v1`, unless they begin with `//`. */
  async send(
    method: string,
    path: string,
    body?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const response = await fetch(this.url + target, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie !== undefined && { cookie: this.cookie }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    this.keepCookie(response.headers);
    return new Answer(response.status, response.headers, await response.text());
  }

  private keepCookie(headers: Headers): void {
    const [pair] = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (pair !== undefined) this.cookie = pair.endsWith('=') ? undefined : pair;
  }
}
