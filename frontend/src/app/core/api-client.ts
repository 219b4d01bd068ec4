import { HttpClient, HttpResponseBase } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { PROTOCOL_HEADER } from '#shared';
import { catchError, map, tap, type Observable } from 'rxjs';
import * as z from 'zod/mini';
import { ApiError } from './api-error';
import { ServerProtocol } from './server-protocol';
import { SessionEnd } from './session-end';
import { toApiError } from './to-api-error';

const BASE = '/api/v1';

/** The service worker keeps files; what is asked of the server goes past it, and fails as the network fails. */
const PAST_THE_WORKER = { 'ngsw-bypass': 'true' };

/** What a query may hold; left out where undefined. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** The schema of an answer without a body (204). */
export const NoContent = z.null();

interface RequestParts {
  readonly params?: Params;
  readonly body?: unknown;
}

/**
 * The one way to the REST API. Paths stand below `/api/v1`; each answer is parsed by the schema it is
 * asked with; every failure is an `ApiError`. A 401 is announced through `SessionEnd`, and the version of the protocol that
 * an answer names is told to `ServerProtocol`.
 */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly http = inject(HttpClient);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly protocol = inject(ServerProtocol);

  get<T>(path: string, schema: z.ZodMiniType<T>, params: Params = {}): Observable<T> {
    return this.request('GET', path, schema, { params });
  }

  post<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Observable<T> {
    return this.request('POST', path, schema, { body });
  }

  put<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Observable<T> {
    return this.request('PUT', path, schema, { body });
  }

  patch<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Observable<T> {
    return this.request('PATCH', path, schema, { body });
  }

  delete<T>(path: string, schema: z.ZodMiniType<T>): Observable<T> {
    return this.request('DELETE', path, schema, {});
  }

  private request<T>(method: string, path: string, schema: z.ZodMiniType<T>, parts: RequestParts): Observable<T> {
    const { body, params = {} } = parts;
    return this.http
      .request<unknown>(method, BASE + path, {
        body,
        params: withoutUndefined(params),
        headers: PAST_THE_WORKER,
        observe: 'response',
      })
      .pipe(
        tap({ next: (answer) => this.hear(answer), error: (failure: unknown) => this.hear(failure) }),
        map((answer) => parse(schema, answer.body)),
        catchError((failure: unknown) => {
          const error = toApiError(failure);
          if (error.code === 'unauthenticated') this.sessionEnd.announce();
          throw error;
        }),
      );
  }

  /** Refusals name the version too; what answers in between, such as a proxy, names none. */
  private hear(answer: unknown): void {
    const version = answer instanceof HttpResponseBase ? answer.headers.get(PROTOCOL_HEADER) : null;
    if (version !== null) this.protocol.hear(Number(version));
  }
}

function parse<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ApiError(
    'unavailable',
    $localize`:@@serverIsNewer:The server speaks a newer language than this page. Reload to go on.`,
    0,
  );
}

function withoutUndefined(params: Params): Record<string, string | number> {
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) if (value !== undefined) given[name] = value;
  return given;
}
