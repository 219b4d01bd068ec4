import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ApiClient, NoContent } from './api-client';
import { ServerProtocol } from './server-protocol';
import { SessionEnd } from './session-end';

const Count = z.object({ count: z.int() });
const problem = (status: number, code: string, extras: object = {}) =>
  [
    { type: 'about:blank', title: 'Refused', status, code, detail: 'Not like this.', ...extras },
    { status, statusText: 'Refused' },
  ] as const;

describe('ApiClient', () => {
  let api: ApiClient;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    api = TestBed.inject(ApiClient);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('answers what the schema reads, and nothing beside it', async () => {
    const answer = firstValueFrom(api.get('/things', Count));
    http.expectOne('/api/v1/things').flush({ count: 3, extra: true });
    expect(await answer).toEqual({ count: 3 });
  });

  it('leaves parameters out that are undefined', async () => {
    const answer = firstValueFrom(api.get('/things', Count, { q: 'a b', cursor: undefined, limit: 20 }));
    http.expectOne('/api/v1/things?q=a%20b&limit=20').flush({ count: 0 });
    await answer;
  });

  it('sends a body as JSON and takes an answer without one', async () => {
    const answer = firstValueFrom(api.put('/things/1', { seq: 4 }, NoContent));
    const { request, flush } = expectRequest('PUT', '/api/v1/things/1');
    expect(request.body).toEqual({ seq: 4 });
    flush();
    expect(await answer).toBeNull();
  });

  it('fails with the code, the detail and the fields of a problem document', async () => {
    const answer = firstValueFrom(api.post('/things', {}, Count));
    const errors = [{ path: 'name', message: 'must not be empty' }];
    http.expectOne('/api/v1/things').flush(...problem(400, 'validation_failed', { errors }));
    await expect(answer).rejects.toMatchObject({
      name: 'ApiError',
      code: 'validation_failed',
      detail: 'Not like this.',
      status: 400,
      errors,
    });
  });

  it('says that the server cannot be reached when no answer comes', async () => {
    const answer = firstValueFrom(api.get('/things', Count));
    http.expectOne('/api/v1/things').error(new ProgressEvent('error'));
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', status: 0, detail: /cannot be reached/ });
  });

  it('takes the page of a proxy in between as the server being unwell', async () => {
    const answer = firstValueFrom(api.get('/things', Count));
    http.expectOne('/api/v1/things').flush('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad gateway' });
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', status: 502 });
  });

  it('refuses an answer that it cannot read', async () => {
    const answer = firstValueFrom(api.get('/things', Count));
    http.expectOne('/api/v1/things').flush({ count: 'many' });
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', detail: /newer language/ });
  });

  it('announces the end of the session on a 401, and on nothing else', async () => {
    let announced = 0;
    TestBed.inject(SessionEnd).announced$.subscribe(() => announced++);

    const forbidden = firstValueFrom(api.get('/things', Count));
    http.expectOne('/api/v1/things').flush(...problem(403, 'forbidden'));
    await expect(forbidden).rejects.toThrow();
    expect(announced).toBe(0);

    const unknown = firstValueFrom(api.get('/things', Count));
    http.expectOne('/api/v1/things').flush(...problem(401, 'unauthenticated'));
    await expect(unknown).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(announced).toBe(1);
  });

  it.each([
    ['an answer', 200],
    ['a refusal', 401],
  ])('notices by %s that the server speaks another protocol', async (_what, status) => {
    const protocol = TestBed.inject(ServerProtocol);
    const ask = (version?: number) => {
      const answer = firstValueFrom(api.get('/things', Count)).catch(() => undefined);
      const headers: Record<string, string> = version === undefined ? {} : { [PROTOCOL_HEADER]: String(version) };
      http.expectOne('/api/v1/things').flush({ count: 0 }, { status, statusText: 'Answered', headers });
      return answer;
    };
    await ask(PROTOCOL_VERSION);
    await ask();
    expect(protocol.isOther()).toBe(false);
    await ask(PROTOCOL_VERSION + 1);
    expect(protocol.isOther()).toBe(true);
  });

  function expectRequest(method: string, url: string) {
    const call = http.expectOne({ method, url });
    return { request: call.request, flush: () => call.flush(null, { status: 204, statusText: 'No content' }) };
  }
});
